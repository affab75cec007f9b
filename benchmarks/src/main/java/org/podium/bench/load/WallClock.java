package org.podium.bench.load;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Microseconds since 1970 UTC that never go back: the wall clock at the start of a run, and the monotonic clock from
 * there on.
 */
final class WallClock {

    private final long startMicros;
    private final long startNanos;

    WallClock() {
        Instant now = Instant.now();
        startMicros = TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
        startNanos = System.nanoTime();
    }

    long micros() {
        return startMicros + TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos);
    }
}
