package org.podium.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.lab.latency.Percentiles;
import org.podium.lab.machine.Machine;
import org.podium.lab.trial.Findings;

/** What is told of a case, and when it counts as reached. */
class PipelineTableTest {

    @Test
    void tellsWhatWasReachedBesideWhatIsToBe() {
        String table = table(measured(Step.BUSY, 90, 900, 0));

        assertThat(table)
                .contains(
                        "| one broker, four times the load | 1,000 | 120,000 | 45 ms | 90 ms | 450 ms | 900 ms | 100 ms / 1,000 ms |"
                                + " 0 | 0 | 0 | 0 | 0 |");
    }

    @Test
    void tellsWhatAnEventCostsEachKindOfProcess() {
        String table = table(measured(Step.BUSY, 90, 900, 0));

        assertThat(table).contains("| one broker, four times the load | 0 | 450 | 0 | 0 | 0 | 350 |");
    }

    @Test
    void isReachedWhenBothTheUsualAndTheLongestAre() {
        assertThat(measured(Step.BUSY, 100, 1_000, 0).reached()).isTrue();
        assertThat(measured(Step.BUSY, 101, 1_000, 0).reached()).isFalse();
        assertThat(measured(Step.BUSY, 100, 1_001, 0).reached()).isFalse();
    }

    @Test
    void isNotReachedWhenAPromiseIsBroken() {
        assertThat(measured(Step.BUSY, 90, 900, 1).reached()).isFalse();
    }

    @Test
    void isNotReachedWhenNothingCame() {
        Percentiles none = new Percentiles(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

        assertThat(Step.BUSY.reached(none)).isFalse();
    }

    private static String table(Measured measured) {
        return PipelineTable.markdown(
                Instant.parse("2026-01-01T00:00:00Z"),
                "abc",
                "./podium bench pipeline",
                new Machine(2, "a processor", 1, "Linux", "a JVM"),
                List.of(measured));
    }

    private static Measured measured(Step under, long p99Millis, long maxMillis, long lost) {
        Percentiles latencies = new Percentiles(
                120_000,
                Duration.ofMillis(p99Millis / 2),
                Duration.ofMillis(p99Millis),
                Duration.ofMillis(maxMillis / 2),
                Duration.ofMillis(maxMillis));
        return new Measured(
                Case.ONE_BROKER,
                under,
                60_000,
                60,
                new Findings(latencies, 0, lost, 0, 0, 0, 0, 0, "one", List.of()),
                Map.of("broker", 450L, Usage.LOAD, 350L));
    }
}
