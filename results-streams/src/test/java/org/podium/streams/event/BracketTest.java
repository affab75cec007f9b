package org.podium.streams.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.EventNotice;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RankingStep;
import org.podium.model.wire.StartSlot;

class BracketTest {

    private static final String MATCH = "head-to-head";

    private static StartSlot from(String unit, int place) {
        return StartSlot.newBuilder()
                .setFrom(Happening.rsc(unit))
                .setPlace(place)
                .build();
    }

    private static PhaseUnit.Builder match(String unit, StartSlot... slots) {
        return PhaseUnit.newBuilder().setUnit(Happening.rsc(unit)).setSlots(List.of(slots));
    }

    private static Phase round(String code, PhaseUnit.Builder... matches) {
        return Phase.newBuilder()
                .setCode(code)
                .setName(code)
                .setUnits(Arrays.stream(matches).map(PhaseUnit.Builder::build).toList())
                .build();
    }

    private static RankingStep step(String from, PlacedBy by) {
        return new RankingStep(from, by, null);
    }

    /** Quarter-finals of eight, semi-finals, a bronze match and a final. */
    private static Happening bracket() {
        return Happening.of(
                List.of(
                        round("QF", match("QFNL-1"), match("QFNL-2"), match("QFNL-3"), match("QFNL-4")),
                        round(
                                "SF",
                                match("SFNL-1", from("QFNL-1", 1), from("QFNL-2", 1)),
                                match("SFNL-2", from("QFNL-3", 1), from("QFNL-4", 1))),
                        round(
                                "FNL",
                                match("FNL-2", from("SFNL-1", 2), from("SFNL-2", 2)),
                                match("FNL-1", from("SFNL-1", 1), from("SFNL-2", 1)))),
                List.of(
                        step(Happening.rsc("FNL-1"), PlacedBy.RANK),
                        step(Happening.rsc("FNL-2"), PlacedBy.RANK),
                        step("SF", PlacedBy.SHARED),
                        step("QF", PlacedBy.SHARED)),
                1,
                2,
                3);
    }

    private static Happening quarterFinals() {
        return bracket()
                .official("QFNL-1", MATCH, "A 15", "B 10")
                .official("QFNL-2", MATCH, "C 15", "D 14")
                .official("QFNL-3", MATCH, "E 9", "F 15")
                .official("QFNL-4", MATCH, "G 15", "H 3");
    }

    @Test
    void winnersAndLosersFillTheNextMatches() {
        Happening event = quarterFinals();
        assertThat(event.start("SFNL-1")).containsExactly("1 A", "2 C");
        assertThat(event.start("SFNL-2")).containsExactly("1 F", "2 G");
        assertThat(event.start("FNL-1")).containsExactly("1 ?", "2 ?");
        assertThat(event.ranking()).contains("=5 B", "=5 D", "=5 E", "=5 H", "- A");

        event.official("SFNL-1", MATCH, "A 15", "C 9");
        assertThat(event.start("FNL-1")).containsExactly("1 A", "2 ?");
        assertThat(event.start("FNL-2")).containsExactly("1 C", "2 ?");

        event.official("SFNL-2", MATCH, "F 15", "G 9")
                .official("FNL-2", MATCH, "C 12", "G 15")
                .official("FNL-1", MATCH, "A 11", "F 15");
        assertThat(event.ranking())
                .containsExactly(
                        "1 F ME_GOLD", "2 A ME_SILVER", "3 G ME_BRONZE", "4 C", "=5 B", "=5 D", "=5 E", "=5 H");
        assertThat(event.outcome().medallists().orElseThrow()).hasSize(3);
    }

    @Test
    void aWalkoverSendsTheOtherOneOn() {
        Happening event = bracket().official("QFNL-1", MATCH, "A WO", "B").official("QFNL-2", MATCH, "C 15", "D 14");

        assertThat(event.start("SFNL-1")).containsExactly("1 B", "2 C");
    }

    @Test
    void nobodyGoesOnFromAMatchThatNobodyHasWon() {
        Happening event =
                bracket().official("QFNL-1", MATCH, "A 15", "B 15").official("QFNL-2", MATCH, "C DSQ", "D DSQ");

        assertThat(event.start("SFNL-1")).containsExactly("1 ?", "2 ?");
    }

    @Test
    void aByeSendsItsOnlyCompetitorOn() {
        Happening event = Happening.of(
                List.of(
                        round(
                                "R1",
                                match("8FNL-1"),
                                match("8FNL-2", from("8FNL-1", 2)).setBye(true)),
                        round("R2", match("QFNL-1", from("8FNL-2", 1), from("8FNL-1", 1)))),
                List.of());
        assertThat(event.start("QFNL-1")).containsExactly("1 ?", "2 ?");

        event.official("8FNL-1", MATCH, "A 15", "B 10");
        assertThat(event.start("QFNL-1")).containsExactly("1 B", "2 A");
    }

    @Test
    void whoHasPlayedTheFinalIsNotReplacedByADecisionAboutTheSemiFinal() {
        Happening event = quarterFinals()
                .official("SFNL-1", MATCH, "A 15", "C 9")
                .official("SFNL-2", MATCH, "F 15", "G 9")
                .official("FNL-1", MATCH, "A 15", "F 11")
                .official("SFNL-1", MATCH, "A DSQ", "C 9");

        assertThat(event.start("FNL-1")).containsExactly("1 A", "2 F");
        assertThat(event.ranking()).startsWith("1 A ME_GOLD");
        assertThat(event.outcome().remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.getNotice()).isEqualTo(EventNotice.NOT_QUALIFIED);
            assertThat(remark.getCompetitor()).isEqualTo("A");
        });
    }

    @Test
    void aPlaceGoesToWhoIsSpokenOfBeforeWhoHasTheRankNow() {
        List<Fill> fills = List.of(
                new Fill(1, Happening.starter("A", 9), List.of(Happening.starter("A", 9), Happening.starter("B", 8))),
                new Fill(4, null, List.of(Happening.starter("C", 7))));

        assertThat(Fill.starters(fills, competitor -> false).values())
                .extracting(starter -> starter.competitor() + " " + starter.startOrder())
                .containsExactly("A 1");
        assertThat(Fill.starters(fills, competitor -> competitor.value().equals("B"))
                        .values())
                .extracting(starter -> starter.competitor() + " " + starter.startOrder())
                .containsExactly("B 1");
        assertThat(Fill.starters(fills, competitor -> true).values())
                .extracting(starter -> starter.competitor() + " " + starter.startOrder())
                .containsExactly("A 1", "C 4");
    }

    @Test
    void groupsFillABracketByTheirPlaces() {
        PhaseUnit.Builder[] matches = {
            match("GPA-1").setGroup("A"), match("GPA-2").setGroup("A"),
                    match("GPA-3").setGroup("A"),
            match("GPB-1").setGroup("B"), match("GPB-2").setGroup("B"),
                    match("GPB-3").setGroup("B")
        };
        List<Phase> phases = new ArrayList<>();
        phases.add(Phase.newBuilder(round("POOL", matches))
                .setRule(new RankingRule("pool", Map.of("tie-break", "difference")))
                .build());
        phases.add(round(
                "SF",
                match(
                        "SFNL-1",
                        StartSlot.newBuilder()
                                .setFrom("POOL")
                                .setGroup("A")
                                .setPlace(1)
                                .build(),
                        StartSlot.newBuilder()
                                .setFrom("POOL")
                                .setGroup("B")
                                .setPlace(2)
                                .build(),
                        StartSlot.newBuilder().setFrom("POOL").setPlace(5).build())));
        Happening event = Happening.of(phases, List.of());
        event.official("GPA-1", MATCH, "A 2", "B 1")
                .official("GPA-2", MATCH, "B 4", "C 2")
                .official("GPA-3", MATCH, "A 1", "C 0");
        assertThat(event.start("SFNL-1")).containsExactly("1 A", "2 ?", "3 ?");

        event.official("GPB-1", MATCH, "D 2", "E 1")
                .official("GPB-2", MATCH, "E 3", "F 2")
                .official("GPB-3", MATCH, "D 1", "F 0");
        assertThat(event.start("SFNL-1")).containsExactly("1 A", "2 E", "3 F");
        assertThat(event.table("POOL")).containsExactly("=1 A", "=1 D", "3 B", "4 E", "5 F", "6 C");
    }
}
