/** Tests of the gateway's configuration. */
@NullMarked
package org.podium.gateway;

import org.jspecify.annotations.NullMarked;
