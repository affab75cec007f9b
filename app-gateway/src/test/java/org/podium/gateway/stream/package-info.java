/** Tests of connections. */
@NullMarked
package org.podium.gateway.stream;

import org.jspecify.annotations.NullMarked;
