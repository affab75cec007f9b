package org.podium.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Stretch stretch = new Stretch();

    @Test
    void tellsOfEachStallWithItsTimeAndItsLongestResult() {
        took(0, 2_400, "media", "a");
        took(3, 2_600, "media", "b");
        took(1, 3_000, "app", "c");
        took(2, 2_900, "media", "d");
        took(20, 2_700, "app", "e");

        assertThat(stretch.findings().overBudget()).isEqualTo(4);
        assertThat(stretch.findings().sentences())
                .containsExactly(
                        "over the budget: 1 results of app, 2 results of media, of events from 2026-01-01T00:00:01Z to 2026-01-01T00:00:03Z; c took 3000 ms",
                        "over the budget: 1 results of app, of events from 2026-01-01T00:00:20Z to 2026-01-01T00:00:20Z; e took 2700 ms");
    }

    @Test
    void tellsOfTheSlowestResultWhateverItTook() {
        assertThat(stretch.findings().slowest()).isEqualTo("none");

        took(0, 400, "media", "a");
        took(1, 900, "app", "b");
        took(2, 800, "media", "c");

        assertThat(stretch.findings().slowest()).isEqualTo("b, of 2026-01-01T00:00:01Z");
    }

    private void took(int second, int millis, String client, String what) {
        stretch.took(START.plusSeconds(second), Duration.ofMillis(millis), client, what);
    }
}
