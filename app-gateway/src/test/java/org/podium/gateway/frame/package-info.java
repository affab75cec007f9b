/** Tests of the bytes of frames. */
@NullMarked
package org.podium.gateway.frame;

import org.jspecify.annotations.NullMarked;
