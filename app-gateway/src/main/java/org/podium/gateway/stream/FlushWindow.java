package org.podium.gateway.stream;

import java.time.Duration;

/**
 * When the next pass of a fan-out is due. A pass that took little time is followed at once; after one that took long,
 * as with many readers, as much time is left to everything else, and what comes meanwhile is gathered. Where passes
 * find something new of more than one subject each, more comes than they get done one by one: the pause is doubled, so
 * that one write brings a reader more. The number of writes then grows with the readers and not with the updates. Of a
 * single subject a longer pause would bring a reader no more, but the same later. Never longer than a bound, so that
 * nothing waits long.
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
     * @param subjects of how many it found something new
     */
    void passed(long began, long ended, long subjects) {
        passed = true;
        if (subjects > 1) {
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        } else if (subjects == 1) {
            pause = Math.max(1, pause / 2);
        }
        notBefore = ended + Math.min(longestNanos, pause * (ended - began));
    }
}
