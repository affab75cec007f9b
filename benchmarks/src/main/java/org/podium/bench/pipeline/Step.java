package org.podium.bench.pipeline;

import java.time.Duration;
import org.podium.lab.latency.Latencies;
import org.podium.lab.latency.Percentiles;

/** A load under which is measured. */
enum Step {
    USUAL("the usual load", 250, 1, Duration.ofMillis(100), Duration.ofSeconds(1)),
    BUSY("four times the load", 1_000, 1, Duration.ofMillis(100), Duration.ofSeconds(1)),

    /** Finds code that was compiled for little at a time, and compiles it anew. */
    FIRST_BURST("20 times the load, for the first time", 250, 20, Latencies.BUDGET, Latencies.BUDGET),
    NEXT_BURST("20 times the load again", 250, 20, Latencies.BUDGET, Latencies.BUDGET),
    USUAL_COPIED("the usual load", 250, 1, Duration.ofMillis(500), Latencies.BUDGET),
    BUSY_COPIED("four times the load", 1_000, 1, Duration.ofMillis(500), Latencies.BUDGET);

    private final String what;
    private final int eventsPerSecond;
    private final int times;
    private final Duration p99;
    private final Duration max;

    Step(String what, int eventsPerSecond, int times, Duration p99, Duration max) {
        this.what = what;
        this.eventsPerSecond = eventsPerSecond;
        this.times = times;
        this.p99 = p99;
        this.max = max;
    }

    /** For people. */
    String what() {
        return what;
    }

    /** Venue events a second before what is measured. */
    int eventsPerSecond() {
        return eventsPerSecond;
    }

    /** What is measured is so many times that; a burst when it is more than once. */
    int times() {
        return times;
    }

    /** What 99 of 100 results are to take at most. */
    Duration p99() {
        return p99;
    }

    /** What every result is to take at most. */
    Duration max() {
        return max;
    }

    /** True when results came as fast as they are to come. */
    boolean reached(Percentiles latencies) {
        return latencies.count() > 0
                && latencies.p99().compareTo(p99) <= 0
                && latencies.max().compareTo(max) <= 0;
    }
}
