package org.podium.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What the readers of one event loop have seen; only that loop touches it. */
final class Tally {

    /** Longer than any run. */
    private static final long MAX_MICROS = TimeUnit.HOURS.toMicros(1);

    private static final int DIGITS = 3;

    /** From when and until when messages must have been meant to be sent to count, in microseconds since 1970 UTC. */
    private long from = Long.MAX_VALUE;

    private long to = Long.MAX_VALUE;

    private Histogram ages = histogram();
    private Histogram staleness = histogram();
    private Histogram caughtUp = histogram();
    private long bytes;
    private long messages;
    private long skipped;
    private long duplicates;
    private long backwards;
    private final Map<String, Long> incidents = new TreeMap<>();

    private static Histogram histogram() {
        return new Histogram(MAX_MICROS, DIGITS);
    }

    /** Counts from nothing again, and takes latencies of messages that were meant to be sent in that time. */
    void reset(long newFrom, long newTo) {
        from = newFrom;
        to = newTo;
        ages = histogram();
        staleness = histogram();
        caughtUp = histogram();
        bytes = 0;
        messages = 0;
        skipped = 0;
        duplicates = 0;
        backwards = 0;
        incidents.clear();
    }

    void read(int count) {
        bytes += count;
    }

    void message() {
        messages++;
    }

    void duplicate() {
        duplicates++;
    }

    void backwards() {
        backwards++;
    }

    /** Something that is no message happened to a connection; the word becomes a key of the report. */
    void incident(String what) {
        incidents.merge(what, 1L, Long::sum);
    }

    /** A reader has everything from before the storm that cut it off. */
    void caughtUp(long micros) {
        caughtUp.recordValue(clamp(micros));
    }

    /** A version that a reader got, and the time from when it was meant to be sent. */
    void arrived(long intended, long now) {
        if (intended >= from && intended < to) {
            ages.recordValue(clamp(now - intended));
            staleness.recordValue(clamp(now - intended));
        }
    }

    /**
     * Versions that a reader did not get because a newer one took their place. They were meant to be sent at equal
     * steps between the one before them and the one after them, which tells how long the reader had to do without.
     */
    void passedOver(long before, long after, long versions, long now) {
        skipped += versions;
        for (long i = 1; i <= versions; i++) {
            long intended = before + (after - before) * i / (versions + 1);
            if (intended >= from && intended < to) {
                staleness.recordValue(clamp(now - intended));
            }
        }
    }

    private static long clamp(long micros) {
        return Math.min(MAX_MICROS, Math.max(0, micros));
    }

    /** A copy of what was seen. Made on the loop; from then on anybody's. */
    Sum sum() {
        Sum sum = new Sum();
        sum.ages.add(ages);
        sum.staleness.add(staleness);
        sum.caughtUp.add(caughtUp);
        sum.bytes = bytes;
        sum.messages = messages;
        sum.skipped = skipped;
        sum.duplicates = duplicates;
        sum.backwards = backwards;
        sum.incidents.putAll(incidents);
        return sum;
    }

    /** What one loop or several have seen. */
    static final class Sum {

        final Histogram ages = histogram();
        final Histogram staleness = histogram();
        final Histogram caughtUp = histogram();
        final Map<String, Long> incidents = new TreeMap<>();
        long bytes;
        long messages;
        long skipped;
        long duplicates;
        long backwards;

        void add(Sum other) {
            ages.add(other.ages);
            staleness.add(other.staleness);
            caughtUp.add(other.caughtUp);
            bytes += other.bytes;
            messages += other.messages;
            skipped += other.skipped;
            duplicates += other.duplicates;
            backwards += other.backwards;
            other.incidents.forEach((what, count) -> incidents.merge(what, count, Long::sum));
        }
    }
}
