package org.podium.streams.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.Qualification;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RankingStep;
import org.podium.model.wire.StartSlot;
import org.podium.model.wire.UnitDefinition;

/** A made-up 100 m: two heats of three, of whom the winners and the next best two run the final. */
public final class Meeting {

    public static final String EVENT = "ATHM100M--------------";
    public static final String HEAT_1 = EVENT + "HEAT000100--";
    public static final String HEAT_2 = EVENT + "HEAT000200--";
    public static final String FINAL = Voice.FINAL;

    /** The first two letters of the alphabet of competitors run heat 1 and heat 2: C1 to C3, C4 to C6. */
    public static final List<String> COMPETITORS = List.of("C1", "C2", "C3", "C4", "C5", "C6");

    private Meeting() {}

    /** Definitions of its units. */
    public static List<UnitDefinition> units() {
        return List.of(
                unit(HEAT_1, "Heat 1", false, "C1", "C2", "C3"),
                unit(HEAT_2, "Heat 2", false, "C4", "C5", "C6"),
                unit(FINAL, "Final", true));
    }

    public static UnitDefinition unit(String rsc, String name, boolean medals, String... competitors) {
        List<Entry> entries = Arrays.stream(competitors)
                .map(competitor -> Entries.of(competitor, Integer.parseInt(competitor.substring(1))))
                .toList();
        return UnitDefinition.newBuilder(Entries.sprint(rsc))
                .setUnitName(name)
                .setMedalEvent(medals)
                .setMedals(medals ? List.of(1, 2, 3) : List.of())
                .setEntries(entries)
                .build();
    }

    /** The event: Q to each winner, q to the next two, who start in the final by their times. */
    public static EventDefinition event() {
        return event(List.of(heats(), last()))
                .setRanking(List.of(
                        new RankingStep(FINAL, PlacedBy.RANK, null), new RankingStep("HEAT", PlacedBy.RANK, null)))
                .build();
    }

    public static EventDefinition.Builder event(List<Phase> phases) {
        return EventDefinition.newBuilder()
                .setCompetition("OG2024")
                .setEvent(EVENT)
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName("Athletics")
                .setEventName("100m")
                .setPhases(phases);
    }

    public static Phase heats() {
        return phase(
                        "HEAT",
                        PhaseUnit.newBuilder().setUnit(HEAT_1).build(),
                        PhaseUnit.newBuilder().setUnit(HEAT_2).build())
                .setRule(new RankingRule("race-by-time", Map.of()))
                .setQualifications(
                        List.of(qualification("Q", QualifyBy.PLACE, 1), qualification("q", QualifyBy.NEXT, 2)))
                .build();
    }

    /** The final: lane n for the n-th of the heats. */
    public static Phase last() {
        return phase(
                        "FNL",
                        PhaseUnit.newBuilder()
                                .setUnit(FINAL)
                                .setSlots(List.of(slot("HEAT", 1), slot("HEAT", 2), slot("HEAT", 3), slot("HEAT", 4)))
                                .build())
                .build();
    }

    public static Phase.Builder phase(String code, PhaseUnit... units) {
        return Phase.newBuilder().setCode(code).setName(code).setUnits(List.of(units));
    }

    public static StartSlot slot(String from, int place) {
        return StartSlot.newBuilder().setFrom(from).setPlace(place).build();
    }

    public static Qualification qualification(String mark, QualifyBy by, int count) {
        return Qualification.newBuilder()
                .setMark(mark)
                .setBy(by)
                .setCount(count)
                .build();
    }

    public static Voice timing(String unit) {
        return Voice.timing().about(unit);
    }
}
