package org.podium.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally();

    @Test
    void takesOnlyMessagesOfItsTime() {
        tally.reset(1_000, 2_000);
        tally.arrived(999, 5_000);
        tally.arrived(1_000, 5_000);
        tally.arrived(1_999, 5_000);
        tally.arrived(2_000, 5_000);
        assertThat(tally.sum().ages.getTotalCount()).isEqualTo(2);
    }

    @Test
    void countsWhatASkippedVersionWasMissedFor() {
        tally.reset(0, 1_000_000);
        // Versions meant for 0, 100 and 200 ms; the middle one never came, and the last one came at 250 ms.
        tally.arrived(0, 10_000);
        tally.passedOver(0, 200_000, 1, 250_000);
        tally.arrived(200_000, 250_000);
        assertThat(tally.sum().staleness.getTotalCount()).isEqualTo(3);
        assertThat(tally.sum().staleness.getMaxValue()).isBetween(149_900L, 150_100L);
        assertThat(tally.sum().ages.getMaxValue()).isBetween(49_900L, 50_100L);
    }
}
