package org.podium.gateway.stream;

import java.time.Duration;

/**
 * When the next pass of a fan-out is due. A pass that took little time is followed at once; after one that took long,
 * as with many readers, as much time is left to everything else, and what comes meanwhile is gathered. Where passes
 * find more than one revision each, more comes than they get done one by one: the pause is doubled, so that one write
 * brings a reader more, and what is replaced meanwhile is not sent at all. The number of writes then grows with the
 * readers and not with the updates. Never longer than a bound, so that nothing waits long.
 */
final class FlushWindow {

    /** Most times that a pass took for which the next one is waited. */
    private static final int LONGEST_PAUSE = 16;

    private final long longestNanos;
    private long notBefore;
    private int pause = 1;
    private boolean passed;

    FlushWindow(Duration longest) {
        this.longestNanos = longest.toNanos();
    }

    /** Nanoseconds until the next pass; 0 for at once. */
    long delay(long now) {
        return passed ? Math.max(0, notBefore - now) : 0;
    }

    /**
     * A pass began and ended.
     *
     * @param taken revisions that it found
     */
    void passed(long began, long ended, int taken) {
        passed = true;
        if (taken > 1) {
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        } else if (taken == 1) {
            pause = Math.max(1, pause / 2);
        }
        notBefore = ended + Math.min(longestNanos, pause * (ended - began));
    }
}
