package org.podium.streams.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.AwardedMark;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.Qualification;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.TiedLast;

class QualifyingTest {

    private static final String RACE = "race-by-time";

    private static Qualification.Builder mark(String mark, QualifyBy by, int count) {
        return Qualification.newBuilder().setMark(mark).setBy(by).setCount(count);
    }

    private static Phase.Builder heats(Qualification.Builder... qualifications) {
        return Phase.newBuilder()
                .setCode("HEAT")
                .setName("Heats")
                .setUnits(List.of(unit("HEAT-1"), unit("HEAT-2")))
                .setRule(new RankingRule(RACE, Map.of("deciding-decimals", "2")))
                .setQualifications(Arrays.stream(qualifications)
                        .map(Qualification.Builder::build)
                        .toList());
    }

    private static PhaseUnit unit(String unit) {
        return PhaseUnit.newBuilder().setUnit(Happening.rsc(unit)).build();
    }

    private static Happening event(Phase.Builder heats) {
        return Happening.of(List.of(heats.build()), List.of());
    }

    @Test
    void placesCountWithTheirHeatAndTheRestWithTheLastHeat() {
        Happening event = event(heats(mark("Q", QualifyBy.PLACE, 1), mark("q", QualifyBy.NEXT, 1)));
        event.official("HEAT-1", RACE, "A 10.00", "B 10.10", "C 10.20");
        assertThat(event.marks("HEAT-1")).containsExactly("A=Q");

        event.official("HEAT-2", RACE, "D 10.30", "E 10.40", "F 10.50");
        assertThat(event.marks("HEAT-1")).containsExactly("A=Q", "B=q");
        assertThat(event.marks("HEAT-2")).containsExactly("D=Q");
        assertThat(event.table("HEAT")).containsExactly("1 A", "2 B", "3 C", "4 D", "5 E", "6 F");
    }

    @Test
    void theRestGoesToTheRepechageUnlessItBearsAnIrm() {
        Happening event = event(heats(mark("Q", QualifyBy.PLACE, 1), mark("Re", QualifyBy.REST, 0)));
        event.official("HEAT-1", RACE, "A 10.00", "B 10.10", "C DNF", "D DSQ", "E DNS");

        assertThat(event.marks("HEAT-1")).containsExactly("A=Q", "B=Re");
    }

    @Test
    void behindTimesTheRestIsKnownWithTheLastHeat() {
        Happening event = event(
                heats(mark("Q", QualifyBy.PLACE, 1), mark("q", QualifyBy.NEXT, 1), mark("Re", QualifyBy.REST, 0)));
        event.official("HEAT-1", RACE, "A 10.00", "B 10.10", "C 10.20");
        assertThat(event.marks("HEAT-1")).containsExactly("A=Q");

        event.official("HEAT-2", RACE, "D 10.30", "E 10.40");
        assertThat(event.marks("HEAT-1")).containsExactly("A=Q", "B=q", "C=Re");
        assertThat(event.marks("HEAT-2")).containsExactly("D=Q", "E=Re");
    }

    @Test
    void allWhoShareTheLastPlaceGoOn() {
        Happening event = event(heats(mark("q", QualifyBy.NEXT, 2)));
        event.official("HEAT-1", RACE, "A 10.00", "B 10.10").official("HEAT-2", RACE, "D 10.10", "E 10.20");

        assertThat(event.marks("HEAT-1")).containsExactly("A=q", "B=q");
        assertThat(event.marks("HEAT-2")).containsExactly("D=q");
        assertThat(event.phase("HEAT").getUndecided()).isEmpty();
    }

    @Test
    void aSwimOffDecidesBetweenThoseWhoShareTheLastPlace() {
        Happening event = event(
                heats(mark("Q", QualifyBy.NEXT, 2).setTied(TiedLast.UNDECIDED).setDecider(Happening.rsc("SO-1"))));
        event.official("HEAT-1", RACE, "A 10.00", "B 10.10").official("HEAT-2", RACE, "D 10.10", "E 10.20");
        assertThat(event.marks("HEAT-1")).containsExactly("A=Q");
        assertThat(event.marks("HEAT-2")).isEmpty();
        assertThat(event.phase("HEAT").getUndecided()).singleElement().satisfies(open -> {
            assertThat(open.getPlaces()).isEqualTo(1);
            assertThat(open.getCompetitors()).containsExactly("B", "D");
        });

        event.official("SO-1", RACE, "B 10.20", "D 10.10");
        assertThat(event.marks("HEAT-2")).containsExactly("D=Q");
        assertThat(event.phase("HEAT").getUndecided()).isEmpty();

        event.official("SO-1", RACE, "B 10.10", "D 10.10");
        assertThat(event.phase("HEAT").getUndecided()).hasSize(1);
    }

    @Test
    void aStandardIsFilledUpToANumber() {
        Happening event =
                event(heats(mark("Q", QualifyBy.STANDARD, 0).setStandard(10_050_000L), mark("q", QualifyBy.FILL, 3)));
        event.official("HEAT-1", RACE, "A 10.00", "B 10.10", "C 10.20");
        assertThat(event.marks("HEAT-1")).containsExactly("A=Q");

        event.official("HEAT-2", RACE, "D 10.05", "E 10.40");
        assertThat(event.marks("HEAT-1")).containsExactly("A=Q", "B=q");
        assertThat(event.marks("HEAT-2")).containsExactly("D=Q");
    }

    @Test
    void aStandardThatEnoughReachIsNotFilledUp() {
        Happening event =
                event(heats(mark("Q", QualifyBy.STANDARD, 0).setStandard(11_000_000L), mark("q", QualifyBy.FILL, 3)));
        event.official("HEAT-1", RACE, "A 10.00", "B 10.10").official("HEAT-2", RACE, "D 10.05", "E 10.40");

        assertThat(event.marks("HEAT-1")).containsExactly("A=Q", "B=Q");
        assertThat(event.marks("HEAT-2")).containsExactly("D=Q", "E=Q");
    }

    @Test
    void aDecisionComesBeforeTheRules() {
        Happening event = event(heats(mark("Q", QualifyBy.PLACE, 1))
                .setAwarded(List.of(new AwardedMark("C", "qR", "obstructed"), new AwardedMark("A", null, "withdrew"))));
        event.official("HEAT-1", RACE, "A 10.00", "B 10.10", "C 10.20");

        assertThat(event.marks("HEAT-1")).containsExactly("B=Q", "C=qR");
    }

    @Test
    void aProtestLeavesInPlaceWhatUnofficialResultsGave() {
        assertThat(UnitStanding.stage(ResultStatus.PROTESTED, null)).isEqualTo(UnitStanding.Stage.UNOFFICIAL);
        Happening event = event(heats(mark("Q", QualifyBy.PLACE, 1)));
        event.comesTo(UnitStanding.Stage.UNOFFICIAL, "HEAT-1", RACE, "A 10.00", "B 10.10");
        assertThat(event.marks("HEAT-1")).containsExactly("A=Q");

        Happening strict = event(heats(mark("Q", QualifyBy.PLACE, 1)).setCountsFrom(ResultStatus.OFFICIAL));
        strict.comesTo(UnitStanding.Stage.UNOFFICIAL, "HEAT-1", RACE, "A 10.00", "B 10.10");
        assertThat(strict.marks("HEAT-1")).isEmpty();
    }

    @Test
    void aCancelledHeatIsNotWaitedFor() {
        Happening event = event(heats(mark("q", QualifyBy.NEXT, 1)));
        event.official("HEAT-1", RACE, "A 10.00", "B 10.10");
        assertThat(event.marks("HEAT-1")).isEmpty();

        event.comesTo(UnitStanding.Stage.CANCELLED, "HEAT-2", RACE);
        assertThat(event.marks("HEAT-1")).containsExactly("A=q");
        assertThat(event.phase("HEAT").getComplete()).isTrue();
    }
}
