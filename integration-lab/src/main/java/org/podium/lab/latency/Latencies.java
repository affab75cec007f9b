package org.podium.lab.latency;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Latencies from the moment when a venue's agent was meant to take an event to the moment when a client had the result.
 * The intended moment counts, not the actual one: an agent that is held up would otherwise hide the very delays that
 * are looked for (coordinated omission). Recording is safe from any thread.
 */
public final class Latencies {

    /** From the venue's agent to the client's screen, at the very most. */
    public static final Duration BUDGET = Duration.ofMillis(2_500);

    /** Values are kept to 0.1 %. */
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Recorder recorder = new Recorder(SIGNIFICANT_DIGITS);
    private final Histogram whole = new Histogram(SIGNIFICANT_DIGITS);
    private final LongAdder overBudget = new LongAdder();

    /** One result's latency. Below zero, which only a clock that was set back can give, counts as zero. */
    public void record(Duration latency) {
        recorder.recordValue(Math.max(0, latency.toNanos() / 1_000));
        if (latency.compareTo(BUDGET) > 0) {
            overBudget.increment();
        }
    }

    /** Those recorded since the last call. */
    public synchronized Percentiles sinceLast() {
        Histogram interval = recorder.getIntervalHistogram();
        whole.add(interval);
        return Percentiles.of(interval);
    }

    /** All of them. */
    public synchronized Percentiles all() {
        whole.add(recorder.getIntervalHistogram());
        return Percentiles.of(whole);
    }

    /** How many were over the budget. */
    public long overBudget() {
        return overBudget.sum();
    }
}
