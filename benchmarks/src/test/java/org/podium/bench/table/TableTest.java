package org.podium.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.bench.load.Percentiles;
import org.podium.bench.load.Seen;
import org.podium.bench.peer.Peer.Protocol;
import org.podium.lab.machine.Machine;

class TableTest {

    private static Measurement measured(String server, int turn, double p99, double cpu, Map<String, Long> incidents) {
        Percentiles age = new Percentiles(100, 1, 2, p99, p99, p99);
        return new Measurement(
                Scenario.FAN_OUT,
                server,
                Protocol.SSE,
                turn,
                10_000,
                0,
                0,
                10_000,
                50_000,
                new Seen(10_000, 750_000, 1_000, 0, 0, 0, 0, age, age, new Percentiles(0, 0, 0, 0, 0, 0), incidents),
                0,
                0.1,
                cpu,
                cpu,
                0,
                0,
                0,
                1 << 20,
                0,
                0);
    }

    private static Run run(List<String> missing, Measurement... measurements) {
        return new Run(
                "2026-01-01T00:00:00Z",
                "abc",
                "./podium bench gateway",
                new Machine(2, "a processor", 1, "Linux", "a JVM"),
                false,
                3,
                15,
                List.of("podium.gateway.event-loops=1"),
                missing,
                List.of(measurements));
    }

    @Test
    void showsTheMedianOfEachFigureInARowForEachServer() {
        String markdown = Table.markdown(run(
                List.of(),
                measured("One", 1, 30, 5, Map.of()),
                measured("Other", 1, 900, 20, Map.of("reset", 2L)),
                measured("One", 2, 50, 9, Map.of()),
                measured("Other", 2, 700, 10, Map.of("reset", 1L)),
                measured("One", 3, 40, 7, Map.of())));
        assertThat(markdown)
                .contains("| One, SSE | 750,000 | 1 / 40 | 1 / 40 / 40 | 7.0 | 0 |")
                .contains("| Other, SSE | 750,000 | 1 / 800 | 1 / 800 / 800 | 15.0 | 0 |")
                .contains("Other, SSE, connections in all turns: {reset=3}.")
                .contains("podium.gateway.event-loops=1")
                .doesNotContain("STORM");
    }

    @Test
    void namesLoudlyWhoIsMissing() {
        assertThat(Table.markdown(run(List.of("NATS IS NOT INSTALLED"), measured("One", 1, 1, 1, Map.of()))))
                .contains("**NATS IS NOT INSTALLED**");
    }

    @Test
    void isRawJsonAsWell() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(run(List.of(), measured("One", 1, 30, 5, Map.of()))))
                .contains("\"scenario\":\"FAN_OUT\"", "\"p99\":30.0", "\"kernel\":\"Linux\"");
    }
}
