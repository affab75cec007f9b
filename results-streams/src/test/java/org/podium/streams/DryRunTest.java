package org.podium.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DryRunTest {

    private static final Duration AMPLE = Duration.ofMinutes(1);

    /** Each of the units has more results than that. */
    private static final int RESULTS_OF_A_UNIT = 10;

    @Test
    void ranksUnitsOfEverySport() {
        assertThat(DryRun.upTo(AMPLE)).isGreaterThan(DryRun.UNITS * RESULTS_OF_A_UNIT);
    }

    @Test
    void stopsAtItsLimit() {
        assertThat(DryRun.upTo(Duration.ofNanos(1))).isZero();
        assertThat(DryRun.upTo(Duration.ZERO)).isZero();
    }
}
