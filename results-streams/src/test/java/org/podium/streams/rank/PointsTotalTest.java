package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.place;
import static org.podium.streams.rank.Board.score;

import org.junit.jupiter.api.Test;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;

class PointsTotalTest {

    private static Score points(String value, String... components) {
        return score(MarkKind.POINTS, "", 0, value, components);
    }

    private static Score series(int number, String value) {
        return score(MarkKind.POINTS, "", number, value);
    }

    private static Score[] rounds(String... strokes) {
        Score[] scores = new Score[strokes.length];
        for (int i = 0; i < strokes.length; i++) {
            scores[i] = score(MarkKind.STROKES, "R" + (i + 1), 0, strokes[i]);
        }
        return scores;
    }

    /** Paris 2024, women's 25 m pistol final, medallists: 37 hits each, the shoot-off 4 to 1. */
    @Test
    void letsTheShootOffDecideBetweenEquals() {
        assertThat(Board.of("points-total", "tie-break=SO")
                        .row("MAJOR", points("31"))
                        .row("JEDRZEJEWSKI", points("37", "SO=1"))
                        .row("YANG", points("37", "SO=4"))
                        .lines())
                .containsExactly("1 YANG 37", "2 JEDRZEJEWSKI 37 SHOOT_OFF", "3 MAJOR 31 MARK");
    }

    /** Paris 2024, men's golf, medallists, by round. */
    @Test
    void letsTheFewestStrokesWin() {
        assertThat(Board.of("points-total", "kind=strokes", "gap=first")
                        .row("MATSUYAMA", rounds("63", "68", "71", "65"))
                        .row("FLEETWOOD", rounds("67", "64", "69", "66"))
                        .row("SCHEFFLER", rounds("67", "69", "67", "62"))
                        .lines())
                .containsExactly("1 SCHEFFLER 265", "2 FLEETWOOD 266 +1 MARK", "3 MATSUYAMA 267 +2 MARK");
    }

    /**
     * Paris 2024, men's archery ranking round, 1st to 5th; three have 681, and how they were split is not published
     * there.
     */
    @Test
    void sharesWhereNothingSplitsEqualTotals() {
        assertThat(Board.of("points-total", "tie-break=T10,X")
                        .row("UNRUH", points("681"))
                        .row("BOMMADEVARA", points("681"))
                        .row("LEE", points("681"))
                        .row("KIM-JD", points("682"))
                        .row("KIM-WJ", points("686"))
                        .lines())
                .containsExactly(
                        "1 KIM-WJ 686",
                        "2 KIM-JD 682 MARK",
                        "3= UNRUH 681 MARK",
                        "3= BOMMADEVARA 681 SHARED",
                        "3= LEE 681 SHARED");
    }

    @Test
    void comparesTensBeforeInnerTens() {
        assertThat(Board.of("points-total", "tie-break=T10,X")
                        .row("A", points("681", "T10=40", "X=20"))
                        .row("B", points("681", "T10=41", "X=10"))
                        .row("C", points("681", "T10=41", "X=11"))
                        .lines())
                .containsExactly("1 C 681", "2 B 681 INNER_TENS", "3 A 681 TENS");
    }

    @Test
    void countsBackFromTheLastSeries() {
        assertThat(Board.of("points-total", "count-back=last")
                        .row("A", series(1, "98"), series(2, "96"), series(3, "97"))
                        .row("B", series(1, "97"), series(2, "97"), series(3, "97"))
                        .row("C", series(1, "97"), series(2, "96"), series(3, "98"))
                        .lines())
                .containsExactly("1 C 291", "2 B 291 LAST_RACE", "3 A 291 LAST_RACE");
    }

    @Test
    void ranksTheEliminatedByHowLongTheyLasted() {
        assertThat(Board.of("points-total", "elimination=yes", "shown-decimals=1")
                        .irm("OUT-FIRST", Irm.EL, series(1, "10.9"))
                        .irm("OUT-NEXT", Irm.EL, series(1, "9.0"), series(2, "0"))
                        .row("LAST-BUT-IN", series(1, "9.0"), series(2, "0.1"), series(3, "0"))
                        .row("LEADS", series(1, "9.1"), series(2, "9.0"), series(3, "9.0"))
                        .lines())
                .containsExactly(
                        "1 LEADS 27.1",
                        "2 LAST-BUT-IN 9.1 MARK",
                        "3 OUT-NEXT 9.0 EL FINISH_ORDER",
                        "4 OUT-FIRST 10.9 EL FINISH_ORDER");
    }

    @Test
    void letsAPlayOffDecideBetweenEqualsOnly() {
        assertThat(Board.of("points-total", "kind=strokes")
                        .row("A", score(MarkKind.STROKES, "270"), place(2))
                        .row("B", score(MarkKind.STROKES, "270"), place(1))
                        .row("C", score(MarkKind.STROKES, "269"))
                        .lines())
                .containsExactly("1 C 269", "2 B 270 MARK", "3 A 270 SHOOT_OFF");
    }

    @Test
    void doesNotLetARoundThatWasNotPlayedWin() {
        assertThat(Board.of("points-total", "kind=strokes")
                        .row("ON-THE-FIRST-TEE", rounds("63"))
                        .row("IN-THE-CLUBHOUSE", rounds("70", "70"))
                        .lines())
                .containsExactly("1 IN-THE-CLUBHOUSE 140", "2 ON-THE-FIRST-TEE 63 MARK");
    }

    @Test
    void refusesStrokesThatAreNotCounted() {
        Rule rule = Board.rule("points-total", "kind=strokes", "plausible-min=50");
        assertThat(rule.refuses(score(MarkKind.STROKES, "R1", 0, "63"))).isEmpty();
        assertThat(rule.refuses(score(MarkKind.STROKES, "R1", 0, "-3"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.STROKES, "R1", 0, ""))).isPresent();
        assertThat(rule.refuses(score(MarkKind.STROKES, "26"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.STROKES, "R1", 0, "1000000"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.POINTS, "63"))).isPresent();
    }
}
