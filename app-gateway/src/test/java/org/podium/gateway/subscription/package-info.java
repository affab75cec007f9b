/** Readers of all kinds, without a network: fast, slow, cut off and come back. */
@NullMarked
package org.podium.gateway.subscription;

import org.jspecify.annotations.NullMarked;
