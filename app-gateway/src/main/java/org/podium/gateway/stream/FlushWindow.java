package org.podium.gateway.stream;

import java.time.Duration;

/**
 * When the next pass of a fan-out is due. A pass that took little time is followed at once; after one that took long,
 * as with many readers, as much time is left to everything else, and what comes meanwhile is gathered: the number of
 * writes then grows with the readers and not with the updates. Never longer than a bound, so that nothing waits long.
 */
final class FlushWindow {

    private final long longestNanos;
    private long notBefore;
    private boolean passed;

    FlushWindow(Duration longest) {
        this.longestNanos = longest.toNanos();
    }

    /** Nanoseconds until the next pass; 0 for at once. */
    long delay(long now) {
        return passed ? Math.max(0, notBefore - now) : 0;
    }

    /** A pass began and ended. */
    void passed(long began, long ended) {
        passed = true;
        notBefore = ended + Math.min(longestNanos, ended - began);
    }
}
