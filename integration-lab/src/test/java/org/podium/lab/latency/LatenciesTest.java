package org.podium.lab.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void tellsThePercentilesOfAll() {
        for (int millis = 1; millis <= 1_000; millis++) {
            latencies.record(Duration.ofMillis(millis));
        }

        assertThat(latencies.all()).hasToString("p50 500 ms, p99 990 ms, p99.9 999 ms, max 1000 ms");
    }

    @Test
    void tellsWhatCameSinceTheLastTime() {
        latencies.record(Duration.ofMillis(5));
        latencies.sinceLast();
        latencies.record(Duration.ofMillis(7));

        assertThat(latencies.sinceLast()).hasToString("p50 7 ms, p99 7 ms, p99.9 7 ms, max 7 ms");
        assertThat(latencies.all().count()).isEqualTo(2);
    }

    @Test
    void countsOnlyThoseOverTheBudget() {
        latencies.record(Latencies.BUDGET);
        latencies.record(Latencies.BUDGET.plusMillis(1));

        assertThat(latencies.overBudget()).isOne();
    }

    @Test
    void isAllZeroBeforeTheFirst() {
        assertThat(latencies.all()).hasToString("p50 0 ms, p99 0 ms, p99.9 0 ms, max 0 ms");
    }
}
