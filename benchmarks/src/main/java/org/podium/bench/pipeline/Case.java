package org.podium.bench.pipeline;

import java.time.Duration;
import org.podium.lab.cluster.Setup;
import org.podium.lab.cluster.Tuning;
import org.podium.lab.latency.Latencies;
import org.podium.lab.latency.Percentiles;

/** What is measured, each on a cluster of its own. */
enum Case {
    ONE_BROKER("one broker", 1, 1_000, 1, Duration.ofMillis(100), Duration.ofSeconds(1)),
    THREE_BROKERS("three brokers", 3, 1_000, 1, Duration.ofMillis(500), Latencies.BUDGET),
    BURST("one broker, a burst", 1, 250, 20, Latencies.BUDGET, Latencies.BUDGET);

    private final String what;
    private final int brokers;
    private final int eventsPerSecond;
    private final int times;
    private final Duration p99;
    private final Duration max;

    Case(String what, int brokers, int eventsPerSecond, int times, Duration p99, Duration max) {
        this.what = what;
        this.brokers = brokers;
        this.eventsPerSecond = eventsPerSecond;
        this.times = times;
        this.p99 = p99;
        this.max = max;
    }

    /** For people. */
    String what() {
        return what;
    }

    /** The processes that it takes. */
    Setup setup() {
        return new Setup(brokers, 1, false, Tuning.FOR_SPEED);
    }

    /** The load. */
    int eventsPerSecond() {
        return eventsPerSecond;
    }

    /** What is measured is so many times the load. */
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
