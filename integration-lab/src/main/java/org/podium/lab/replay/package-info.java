/**
 * Plays recorded and simulated units as if they happened now. Reads {@code org.podium.lab.recording} and
 * {@code org.podium.streams.simulator}; hands each event to whoever stands for its venue at the moment that was decided
 * beforehand.
 */
@NullMarked
package org.podium.lab.replay;

import org.jspecify.annotations.NullMarked;
