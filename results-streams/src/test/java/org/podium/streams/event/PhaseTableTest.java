package org.podium.streams.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseLine;
import org.podium.model.wire.PhaseTakes;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.Qualification;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RankingStep;

class PhaseTableTest {

    private static final String RACE = "race-by-time";

    private static Phase.Builder adding(PhaseTakes takes, String rule, Map<String, String> parameters) {
        return Phase.newBuilder()
                .setCode("GC")
                .setName("General classification")
                .setUnits(List.of(unit("RND-1", "1"), unit("RND-2", "2"), unit("RND-3", "3")))
                .setTakes(takes)
                .setRule(new RankingRule(rule, parameters));
    }

    private static PhaseUnit unit(String unit, String number) {
        return PhaseUnit.newBuilder()
                .setUnit(Happening.rsc(unit))
                .setPoint(number)
                .build();
    }

    private static Phase at(String letter, Phase.Builder phase) {
        return phase.setUnits(phase.getUnits().stream()
                        .map(unit -> PhaseUnit.newBuilder(unit)
                                .setPoint(letter + unit.getPoint())
                                .build())
                        .toList())
                .build();
    }

    @Test
    void addsUpTheTimesOfStages() {
        Happening event = Happening.of(
                List.of(at("S", adding(PhaseTakes.MARK, "stage-sum", Map.of()).setIrmsOfPhase(List.of("DNF")))),
                List.of(new RankingStep("GC", PlacedBy.RANK, null)),
                1,
                2,
                3);
        event.official("RND-1", RACE, "A 100", "B 101", "C 102").official("RND-2", RACE, "A 110", "B 108", "C DNF");
        assertThat(event.table("GC")).containsExactly("1 B", "2 A", "- C");
        assertThat(event.ranking()).containsExactly("- B", "- A", "- C");

        event.official("RND-3", RACE, "A 99", "B 100", "C 90");
        assertThat(event.table("GC")).containsExactly("=1 A", "=1 B", "- C");
        assertThat(event.phase("GC").getLines().getLast().getIrm()).isEqualTo(Irm.DNF);
        assertThat(event.ranking()).containsExactly("=1 A ME_GOLD", "=1 B ME_GOLD", "- C");
    }

    @Test
    void racesAreWorthTheirPlacesAndTheWorstIsDiscarded() {
        Happening event = Happening.of(
                List.of(at("R", adding(PhaseTakes.RANK, "low-point-series", Map.of("discards", "1")))), List.of());
        event.official("RND-1", RACE, "A 1", "B 2", "C 3")
                .official("RND-2", RACE, "A 1", "C 2", "B 3")
                .official("RND-3", RACE, "B 1", "C 2", "A OCS");

        assertThat(event.table("GC")).containsExactly("1 A", "2 B", "3 C");
        assertThat(event.phase("GC").getLines()).extracting(PhaseLine::getText).containsExactly("2", "3", "4");
    }

    @Test
    void marksGoInAsPointsWhereTheRuleAddsPoints() {
        Happening event = Happening.of(List.of(at("", adding(PhaseTakes.MARK, "points-total", Map.of()))), List.of());
        event.official("RND-1", "head-to-head", "A 10", "B 9").official("RND-2", "head-to-head", "A 1", "B 5");

        assertThat(event.table("GC")).containsExactly("1 B", "2 A");
    }

    @Test
    void theMarkOfACumulativePhaseStandsInTheLastUnit() {
        Happening event = Happening.of(
                List.of(at(
                        "S",
                        adding(PhaseTakes.MARK, "stage-sum", Map.of())
                                .setQualifications(List.of(Qualification.newBuilder()
                                        .setMark("Q")
                                        .setBy(QualifyBy.NEXT)
                                        .setCount(1)
                                        .build())))),
                List.of());
        event.official("RND-1", RACE, "A 100", "B 101")
                .official("RND-2", RACE, "A 100", "B 101")
                .official("RND-3", RACE, "A 100", "B 101");

        assertThat(event.marks("RND-1")).isEmpty();
        assertThat(event.marks("RND-3")).containsExactly("A=Q");
    }

    @Test
    void competitorsAreRankedWithTheBestPartThatTheyTakePartIn() {
        Phase semis = Phase.newBuilder()
                .setCode("SF")
                .setName("Semi-finals")
                .setUnits(List.of(
                        PhaseUnit.newBuilder().setUnit(Happening.rsc("SFNL-1")).build(),
                        PhaseUnit.newBuilder().setUnit(Happening.rsc("SFNL-2")).build()))
                .setRule(new RankingRule(RACE, Map.of()))
                .setQualifications(List.of(Qualification.newBuilder()
                        .setMark("Q")
                        .setBy(QualifyBy.PLACE)
                        .setCount(1)
                        .build()))
                .build();
        Happening byPlace = Happening.of(
                List.of(semis),
                List.of(
                        new RankingStep(Happening.rsc("FNL-1"), PlacedBy.RANK, null),
                        new RankingStep("SF", PlacedBy.PLACE, null)));
        byPlace.official("SFNL-1", RACE, "A 10", "B 11", "C 12", "D DNF");
        assertThat(byPlace.ranking()).containsExactly("- A", "- B", "- C", "- D");

        byPlace.official("SFNL-2", RACE, "E 12", "F 13", "G 14");
        assertThat(byPlace.ranking()).containsExactly("- A", "- E", "3 B", "4 F", "5 C", "6 G", "- D");

        byPlace.official("FNL-1", RACE, "A DSQ", "E 12");
        assertThat(byPlace.ranking()).containsExactly("1 E", "- A", "3 B", "4 F", "5 C", "6 G", "- D");
    }

    @Test
    void theRankingOfAnotherPhaseDecidesBetweenEquals() {
        Phase seeding = Phase.newBuilder()
                .setCode("RANKING")
                .setName("Ranking round")
                .setUnits(List.of(
                        PhaseUnit.newBuilder().setUnit(Happening.rsc("RANK-1")).build()))
                .setRule(new RankingRule(RACE, Map.of()))
                .build();
        Phase round = Phase.newBuilder()
                .setCode("R16")
                .setName("Round of 16")
                .setUnits(List.of(
                        PhaseUnit.newBuilder().setUnit(Happening.rsc("8FNL-1")).build(),
                        PhaseUnit.newBuilder().setUnit(Happening.rsc("8FNL-2")).build()))
                .build();
        Happening event = Happening.of(
                List.of(seeding, round), List.of(new RankingStep("R16", PlacedBy.PLACE_SHARED, "RANKING")));
        event.official("8FNL-1", "head-to-head", "A 5", "B 1").official("8FNL-2", "head-to-head", "C 5", "D 1");
        assertThat(event.ranking()).containsExactly("=1 A", "=1 C", "=3 B", "=3 D");

        event.official("RANK-1", RACE, "D 1", "C 2", "B 3", "A 4");
        assertThat(event.ranking()).containsExactly("1 C", "2 A", "3 D", "4 B");
    }
}
