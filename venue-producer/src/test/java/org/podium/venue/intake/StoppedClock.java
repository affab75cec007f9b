package org.podium.venue.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only when somebody pauses, and then at once. */
final class StoppedClock implements InstantSource, Pause {

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now;

    StoppedClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void of(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    /** Something took this long. */
    void pass(Duration duration) {
        now = now.plus(duration);
    }

    List<Duration> pauses() {
        return pauses;
    }
}
