/**
 * Follows the topics and puts what they bring on the board. Reads {@code results.units}, {@code results.feed},
 * {@code results.events}, {@code results.medals} and {@code reference.units}; writes to {@code board} alone. One
 * thread.
 */
@NullMarked
package org.podium.gateway.feed;

import org.jspecify.annotations.NullMarked;
