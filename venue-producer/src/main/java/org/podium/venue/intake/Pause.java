package org.podium.venue.intake;

import java.time.Duration;

/** Waits. A test waits without time passing. */
@FunctionalInterface
public interface Pause {

    /** Returns after this long. */
    void of(Duration duration) throws InterruptedException;
}
