/** The HTTP server on a free port of the loopback, with results put onto its board by the test. */
@NullMarked
package org.podium.gateway.web;

import org.jspecify.annotations.NullMarked;
