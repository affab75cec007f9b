package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;

class LowPointSeriesTest {

    /**
     * Races from R1 on as a series table shows them, the medal race after a bar: {@code "16 6 DSQ 15.5 | 1"}; fractions
     * are given points.
     */
    private static Performance boat(String name, String table) {
        List<Score> scores = new ArrayList<>();
        Map<String, Irm> irms = new LinkedHashMap<>();
        String[] parts = table.split(" \\| ", -1);
        String[] races = parts[0].split(" ", -1);
        for (int i = 0; i < races.length; i++) {
            add("R" + (i + 1), races[i], scores, irms);
        }
        if (parts.length > 1) {
            add("MR", parts[1], scores, irms);
        }
        return new Performance(new CompetitorId(name), null, null, scores, null, irms);
    }

    private static void add(String point, String result, List<Score> scores, Map<String, Irm> irms) {
        if (result.matches("[A-Z]+")) {
            irms.put(point, Irm.valueOf(result));
        } else if (!result.equals("-")) {
            scores.add(score(result.contains(".") ? MarkKind.POINTS : MarkKind.PLACE, point, 0, result));
        }
    }

    /**
     * Paris 2024, men's skiff (49er), twenty boats: twelve races, one discard, medal race; 1st to 4th and two others of
     * it.
     */
    @Test
    void ranksTheSkiffsOfParis() {
        assertThat(Board.of("low-point-series", "fleet=20")
                        .add(boat("FANTELA", "12 15 12 13 4 6 2 15 8 10 2 1 | OCS"))
                        .add(boat("BUKSAK", "10 8 6 1 18 14 8 1 13 9 5 8 | 5"))
                        .add(boat("DICKSON", "9 4 1 4 2 DSQ 4 13 9 11 14 2 | 9"))
                        .add(boat("BARROWS", "8 7 17 9 9 5 10 7 3 2 8 12 | 4"))
                        .add(boat("MCHARDIE", "1 3 8 8 1 1 11 18 17 1 10 15 | 3"))
                        .add(boat("BOTIN", "16 6 4 5 11 2 3 2 2 15 12 6 | 1"))
                        .lines())
                .containsExactly(
                        "1 BOTIN 70",
                        "2 MCHARDIE 82 MARK",
                        "3 BARROWS 88 MARK",
                        "4 DICKSON 91 MARK",
                        "5 BUKSAK 93 MARK",
                        "6 FANTELA 107 MARK");
    }

    @Test
    void placesTheMedalRaceBeforeAllOthers() {
        assertThat(Board.of("low-point-series", "fleet=3", "medal-race-fleet=2")
                        .add(boat("OUT", "2 2 1"))
                        .add(boat("IN-LAST", "3 3 3 | DNF"))
                        .add(boat("IN-FIRST", "1 1 2 | 1"))
                        .lines())
                .containsExactly("1 IN-FIRST 4", "2 IN-LAST 12 MARK", "3 OUT 3 LAST_RACE");
    }

    /** Racing Rules of Sailing, Appendix A, worked example of World Sailing's misconduct guide: C before B before A. */
    @Test
    void breaksTiesOnCountingScoresThenOnTheLastRaceEvenIfExcluded() {
        assertThat(Board.of("low-point-series", "fleet=20")
                        .add(boat("BOAT-A", "3 4 1 6 2 7"))
                        .add(boat("BOAT-B", "4 3 2 1 6 6"))
                        .add(boat("BOAT-C", "1 2 7 3 3 14"))
                        .lines())
                .containsExactly("1 BOAT-C 16", "2 BOAT-B 16 BEST_PLACES", "3 BOAT-A 16 LAST_RACE");
    }

    /** The same guide's second example: four boats level on 12, in the order D, C, B, A. */
    @Test
    void walksBackFromTheLastRace() {
        assertThat(Board.of("low-point-series", "fleet=20")
                        .add(boat("BOAT-A", "3 4 5 10"))
                        .add(boat("BOAT-B", "11 3 4 5"))
                        .add(boat("BOAT-C", "5 15 3 4"))
                        .add(boat("BOAT-D", "4 5 6 3"))
                        .lines())
                .containsExactly(
                        "1 BOAT-D 12", "2 BOAT-C 12 LAST_RACE", "3 BOAT-B 12 LAST_RACE", "4 BOAT-A 12 LAST_RACE");
    }

    @Test
    void breaksATieOnTheMedalRaceFirst() {
        assertThat(Board.of("low-point-series", "fleet=9", "discards=0")
                        .add(boat("A", "1 5 | 2"))
                        .add(boat("B", "4 4 | 1"))
                        .lines())
                .containsExactly("1 B 10", "2 A 10 LAST_RACE");
    }

    @Test
    void takesGivenPointsForAPenaltyAndTheFleetPlusOneForAnIrm() {
        assertThat(Board.of("low-point-series", "fleet=20", "discards=0")
                        .add(boat("PENALISED", "15.5"))
                        .add(boat("CAUGHT", "BFD"))
                        .add(boat("ABSENT-YET", "-"))
                        .lines())
                .containsExactly("1 PENALISED 15.5", "2 CAUGHT 21 MARK", "- ABSENT-YET");
    }

    @Test
    void excludesNothingBeforeTheRaceThatTheUnitNames() {
        assertThat(Board.of("low-point-series", "fleet=5", "discard-after=2")
                        .add(boat("A", "1 5"))
                        .lines())
                .containsExactly("1 A 6");
        assertThat(Board.of("low-point-series", "fleet=5", "discard-after=2")
                        .add(boat("A", "1 5 2"))
                        .lines())
                .containsExactly("1 A 3");
    }

    @Test
    void refusesMarksOutsideOfARace() {
        Rule rule = Board.rule("low-point-series", "medal-race=MR");
        assertThat(rule.refuses(score(MarkKind.PLACE, "R3", 0, "4"))).isEmpty();
        assertThat(rule.refuses(score(MarkKind.PLACE, "MR", 0, "4"))).isEmpty();
        assertThat(rule.refuses(score(MarkKind.PLACE, "", 0, "4"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.PLACE, "R0", 0, "4"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.POINTS, "R1", 0, "-1"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.TIME, "R1", 0, "100"))).isPresent();
    }
}
