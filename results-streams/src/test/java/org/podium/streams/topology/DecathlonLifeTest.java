package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseTakes;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RankingStep;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.streams.bench.Entries;
import org.podium.streams.bench.Voice;

/**
 * A decathlon of ten units, each ranked by the rule that the catalogue names for it and added up by the points table:
 * the marks of two world records, Kevin Mayer's (Talence 2018, 9126 points) and Ashton Eaton's (Beijing 2015, 9045), as
 * published by World Athletics.
 */
class DecathlonLifeTest {

    private static final String EVENT = "ATHMDECATH------------";

    /** An event of the ten: the phase of its RSC, its point in the total, what is measured, and the two marks. */
    private record Part(String code, String point, MarkKind kind, String mayer, String eaton) {

        String unit() {
            return EVENT + code + "000100--";
        }
    }

    private static final List<Part> PARTS = List.of(
            new Part("100-", "100M", MarkKind.TIME, "10.55", "10.23"),
            new Part("LJ--", "LJ", MarkKind.DISTANCE, "7.80", "7.88"),
            new Part("SP--", "SP", MarkKind.DISTANCE, "16.00", "14.52"),
            new Part("HJ--", "HJ", MarkKind.HEIGHT, "2.05", "2.01"),
            new Part("400-", "400M", MarkKind.TIME, "48.42", "45.00"),
            new Part("110H", "110MH", MarkKind.TIME, "13.75", "13.69"),
            new Part("DT--", "DT", MarkKind.DISTANCE, "50.54", "43.34"),
            new Part("PV--", "PV", MarkKind.HEIGHT, "5.45", "5.20"),
            new Part("JT--", "JT", MarkKind.DISTANCE, "71.90", "63.63"),
            new Part("1500", "1500M", MarkKind.TIME, "4:36.11", "4:17.52"));

    private final TopologyBench bench = new TopologyBench();

    @BeforeEach
    void bothHaveCompeted() {
        PARTS.forEach(part -> bench.define(definition(part)));
        bench.organise(event());
        for (Part part : PARTS) {
            Voice voice = Voice.timing().about(part.unit());
            bench.send(
                    voice.status(1, ResultStatus.START_LIST),
                    voice.event(2, EventKind.MARK)
                            .setMark(Voice.mark("MAYER", part.kind(), part.mayer()))
                            .build(),
                    voice.event(3, EventKind.MARK)
                            .setMark(Voice.mark("EATON", part.kind(), part.eaton()))
                            .build(),
                    voice.status(4, ResultStatus.OFFICIAL));
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tenUnitsComeToThePublishedTotals() {
        EventResult event = bench.newEvents().getLast();

        assertThat(totals(event)).containsExactly(Map.entry("MAYER", "9126"), Map.entry("EATON", "9045"));
        assertThat(event.getPhases().getFirst().getComplete()).isTrue();
        assertThat(ranks(event)).containsExactly("1 MAYER", "2 EATON");
        assertThat(bench.rejects()).isEmpty();
    }

    /** The hurdles were worth 1007 points to him. */
    @Test
    void aDisqualificationInOneUnitTakesItsPointsFromTheTotalAndGivesThemBackWithIt() {
        bench.newEvents();
        Voice desk = Voice.desk().about(PARTS.get(5).unit());
        bench.send(Voice.because(desk.irm(1, "MAYER", Irm.DQ), "TR 22.6"));

        EventResult event = bench.newEvents().getLast();
        assertThat(totals(event)).containsExactly(Map.entry("EATON", "9045"), Map.entry("MAYER", "8119"));
        assertThat(ranks(event)).containsExactly("1 EATON", "2 MAYER");
        assertThat(event.getPhases().getFirst().getLines().getLast().getDecidedBy())
                .isEqualTo(DecidedBy.MARK);

        bench.send(desk.withdrawal(2, 1));

        assertThat(totals(bench.newEvents().getLast()))
                .containsExactly(Map.entry("MAYER", "9126"), Map.entry("EATON", "9045"));
    }

    private static Map<String, String> totals(EventResult event) {
        Map<String, String> totals = new LinkedHashMap<>();
        event.getPhases().getFirst().getLines().forEach(line -> totals.put(line.getCompetitor(), line.getText()));
        return totals;
    }

    private static List<String> ranks(EventResult event) {
        List<String> ranks = new ArrayList<>();
        event.getRanking().forEach(line -> ranks.add(line.getRank() + " " + line.getCompetitor()));
        return ranks;
    }

    private static UnitDefinition definition(Part part) {
        return UnitDefinition.newBuilder(Entries.sprint(part.unit()))
                .setEventName("Decathlon")
                .setUnitName(part.point())
                .setRule(new RankingRule("", Map.of()))
                .setMedalEvent(false)
                .setMedals(List.of())
                .setEntries(List.of(entry("MAYER", "FRA", 1), entry("EATON", "USA", 2)))
                .build();
    }

    private static Entry entry(String competitor, String organisation, int order) {
        return Entry.newBuilder()
                .setCompetitor(competitor)
                .setName(competitor)
                .setOrganisation(organisation)
                .setStartOrder(order)
                .build();
    }

    private static EventDefinition event() {
        List<PhaseUnit> units = PARTS.stream()
                .map(part -> PhaseUnit.newBuilder()
                        .setUnit(part.unit())
                        .setPoint(part.point())
                        .build())
                .toList();
        return EventDefinition.newBuilder()
                .setCompetition("OG2024")
                .setEvent(EVENT)
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName("Athletics")
                .setEventName("Decathlon")
                .setPhases(List.of(Phase.newBuilder()
                        .setCode("TOTAL")
                        .setName("Total")
                        .setUnits(units)
                        .setTakes(PhaseTakes.MARK)
                        .setRule(new RankingRule("combined-events", Map.of()))
                        .build()))
                .setRanking(List.of(new RankingStep("TOTAL", PlacedBy.RANK, null)))
                .build();
    }
}
