package org.podium.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Stretch stretch = new Stretch();

    @Test
    void tellsOfEachStallWithItsTimeAndItsLongestResult() {
        took(0, 2_400, "a");
        took(3, 2_600, "b");
        took(1, 3_000, "c");
        took(20, 2_700, "d");

        assertThat(stretch.findings().overBudget()).isEqualTo(3);
        assertThat(stretch.findings().sentences())
                .containsExactly(
                        "2 results of events from 2026-01-01T00:00:01Z to 2026-01-01T00:00:03Z over the budget; c took 3000 ms",
                        "1 results of events from 2026-01-01T00:00:20Z to 2026-01-01T00:00:20Z over the budget; d took 2700 ms");
    }

    private void took(int second, int millis, String what) {
        stretch.took(START.plusSeconds(second), Duration.ofMillis(millis), what);
    }
}
