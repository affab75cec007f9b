/** Tests of the protocol check itself. */
@NullMarked
package org.podium.lab.protocol;

import org.jspecify.annotations.NullMarked;
