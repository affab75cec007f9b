package org.podium.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.Component;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;

class SimpleRanksTest {

    @Test
    void ranksTimesAndLetsEqualOnesShare() {
        SprintFixture unit = new SprintFixture("race-by-time")
                .time("A", 10_000)
                .time("B", 9_900)
                .time("C", 10_000);

        assertThat(ends(unit)).isEqualTo(Map.of("A", end(2), "B", end(1), "C", end(2)));
    }

    @Test
    void takesSplitsForNoFinish() {
        SprintFixture unit = new SprintFixture("race-by-time")
                .mark("A", MarkKind.SPLIT, "50m", 0, 5_000_000)
                .time("B", 9_900);

        assertThat(ends(unit)).isEqualTo(Map.of("A", end(null), "B", end(1), "C", end(null)));
    }

    @Test
    void takesACorrectionInsteadOfWhatItCorrects() {
        SprintFixture unit = new SprintFixture("race-by-time")
                .time("A", 9_800)
                .time("B", 9_900)
                .correct(1, "A", 9_950);

        assertThat(ends(unit)).isEqualTo(Map.of("A", end(2), "B", end(1), "C", end(null)));
    }

    @Test
    void ranksNobodyWithAnIrmUnlessItWasTakenBack() {
        SprintFixture unit = new SprintFixture("race-by-time")
                .time("A", 9_800)
                .time("B", 9_900)
                .irm("A", Irm.DSQ);

        assertThat(ends(unit)).isEqualTo(Map.of("A", new SimpleRanks.End(null, Irm.DSQ), "B", end(1), "C", end(null)));
        assertThat(ends(unit.withdraw(3))).isEqualTo(Map.of("A", end(1), "B", end(2), "C", end(null)));
    }

    @Test
    void letsTheSecondBestAttemptDecide() {
        SprintFixture unit = new SprintFixture("best-attempt")
                .mark("A", MarkKind.DISTANCE, "", 1, 8_000_000)
                .mark("A", MarkKind.DISTANCE, "", 2, 7_500_000)
                .mark("B", MarkKind.DISTANCE, "", 1, 7_600_000)
                .mark("B", MarkKind.DISTANCE, "", 2, 8_000_000)
                .mark("C", MarkKind.DISTANCE, "", 1, 8_000_000);

        assertThat(ends(unit)).isEqualTo(Map.of("A", end(2), "B", end(1), "C", end(3)));
    }

    @Test
    void addsPointsUpAndLetsInnerTensDecide() {
        SprintFixture unit = new SprintFixture("points-total")
                .mark("A", MarkKind.POINTS, "", 1, 100_000_000, new Component("X", 3_000_000L))
                .mark("A", MarkKind.POINTS, "", 2, 100_000_000, new Component("X", 3_000_000L))
                .mark("B", MarkKind.POINTS, "", 1, 200_000_000, new Component("X", 7_000_000L))
                .mark("C", MarkKind.POINTS, "", 1, 100_000_000);

        assertThat(ends(unit)).isEqualTo(Map.of("A", end(2), "B", end(1), "C", end(3)));
    }

    @Test
    void takesThePlaceAsItIs() {
        SprintFixture unit = new SprintFixture("by-place")
                .mark("A", MarkKind.PLACE, "", 0, 3_000_000)
                .mark("B", MarkKind.PLACE, "", 0, 1_000_000);

        assertThat(ends(unit)).isEqualTo(Map.of("A", end(2), "B", end(1), "C", end(null)));
    }

    @Test
    void putsWhoCompletedMoreStagesFirstAndCutsFractionsOfEach() {
        SprintFixture unit = new SprintFixture("stage-sum")
                .mark("A", MarkKind.TIME, "S1", 0, 100_900_000)
                .mark("A", MarkKind.TIME, "S2", 0, 100_900_000)
                .mark("B", MarkKind.TIME, "S1", 0, 101_000_000)
                .mark("B", MarkKind.TIME, "S2", 0, 100_000_000)
                .mark("C", MarkKind.TIME, "S1", 0, 50_000_000);

        assertThat(ends(unit)).isEqualTo(Map.of("A", end(1), "B", end(2), "C", end(3)));
    }

    private static Map<String, SimpleRanks.End> ends(SprintFixture unit) {
        return SimpleRanks.of(unit.definition(), unit.events());
    }

    private static SimpleRanks.End end(@Nullable Integer rank) {
        return new SimpleRanks.End(rank, null);
    }
}
