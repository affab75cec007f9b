/**
 * Who may ask and how often: tokens and their rights, limits of addresses and of tokens, blocks. Pure decisions but for
 * the keys that tokens are checked with, which are read in the background. Uses nothing of the gateway.
 */
@NullMarked
package org.podium.gateway.guard;

import org.jspecify.annotations.NullMarked;
