package org.podium.streams.simulator;

import java.util.List;
import java.util.Map;

/** The made-up sports, at least one for each ranking rule. */
final class Sports {

    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    /** In the order in which units take turns. */
    static final List<Sport> ALL = List.of(
            new Sport(
                    "ATH",
                    "Athletics",
                    "Runner",
                    "race-by-time",
                    Map.of("plausible-min", "30", "plausible-max", "4:00"),
                    ANY_NUMBER,
                    Races::track),
            new Sport(
                    "ATH",
                    "Athletics",
                    "Jumper",
                    "best-attempt",
                    Map.of("attempts", "6", "plausible-max", "9.5"),
                    ANY_NUMBER,
                    Attempts::distances),
            new Sport(
                    "ATH",
                    "Athletics",
                    "High Jumper",
                    "vertical-jump",
                    Map.of("plausible-min", "1", "plausible-max", "2.6"),
                    ANY_NUMBER,
                    Attempts::bars),
            new Sport(
                    "WLF",
                    "Weightlifting",
                    "Lifter",
                    "weightlifting",
                    Map.of("plausible-min", "40", "plausible-max", "520"),
                    ANY_NUMBER,
                    Attempts::lifts),
            new Sport("DIV", "Diving", "Diver", "judged-rounds", Map.of(), ANY_NUMBER, Panels::rounds),
            new Sport(
                    "GAR",
                    "Artistic Gymnastics",
                    "Gymnast",
                    "judged-components",
                    Map.of(),
                    ANY_NUMBER,
                    Panels::routine),
            new Sport(
                    "SHO",
                    "Shooting",
                    "Shooter",
                    "points-total",
                    Map.of("shown-decimals", "1", "tie-break", "X"),
                    ANY_NUMBER,
                    Totals::series),
            new Sport("CSP", "Canoe Sprint", "Paddler", "by-place", Map.of(), ANY_NUMBER, Races::finishOrder),
            new Sport("SAL", "Sailing", "Sailor", "low-point-series", Map.of(), ANY_NUMBER, Races::sailedRaces),
            new Sport("FEN", "Fencing", "Fencer", "head-to-head", Map.of(), 2, Totals::bout),
            new Sport("CRD", "Cycling Road", "Rider", "stage-sum", Map.of(), ANY_NUMBER, Races::stages),
            new Sport(
                    "ATH",
                    "Athletics",
                    "All-rounder",
                    "combined-events",
                    Map.of("table", "decathlon"),
                    ANY_NUMBER,
                    Totals::decathlon),
            new Sport("CLB", "Sport Climbing", "Climber", "boulder-lead", Map.of(), ANY_NUMBER, Totals::climbs));

    private Sports() {}
}
