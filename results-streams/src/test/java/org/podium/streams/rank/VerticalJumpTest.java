package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.bars;
import static org.podium.streams.rank.Board.score;

import org.junit.jupiter.api.Test;
import org.podium.model.wire.MarkKind;

class VerticalJumpTest {

    /** Rio 2016, men's high jump final, first nine (published protocol). */
    @Test
    void ranksTheFinalOfRio() {
        assertThat(Board.of("vertical-jump")
                        .row("THOMAS", bars("2.20 o, 2.25 o, 2.29 o, 2.33 xxx"))
                        .row("IOANNOU", bars("2.20 o, 2.25 o, 2.29 o, 2.33 xxx"))
                        .row("GHAZAL", bars("2.20 o, 2.25 o, 2.29 o, 2.33 xxx"))
                        .row("KYNARD", bars("2.20 o, 2.25 xo, 2.29 o, 2.33 xxo, 2.36 xxx"))
                        .row("PROTSENKO", bars("2.20 o, 2.25 o, 2.29 xo, 2.33 o, 2.36 xxx"))
                        .row("GRABARZ", bars("2.20 o, 2.25 xo, 2.29 o, 2.33 o, 2.36 xxx"))
                        .row("BONDARENKO", bars("2.20 -, 2.25 o, 2.29 -, 2.33 o, 2.36 -, 2.38 xx-, 2.40 x"))
                        .row("BARSHIM", bars("2.20 o, 2.25 o, 2.29 o, 2.33 o, 2.36 o, 2.38 xxx"))
                        .row("DROUIN", bars("2.20 o, 2.25 o, 2.29 o, 2.33 o, 2.36 o, 2.38 o, 2.40 x"))
                        .lines())
                .containsExactly(
                        "1 DROUIN 2.38",
                        "2 BARSHIM 2.36 MARK",
                        "3 BONDARENKO 2.33 MARK",
                        "4= PROTSENKO 2.33 FAILURES_IN_ALL",
                        "4= GRABARZ 2.33 SHARED",
                        "6 KYNARD 2.33 FAILURES_AT_HEIGHT",
                        "7= THOMAS 2.29 MARK",
                        "7= IOANNOU 2.29 SHARED",
                        "7= GHAZAL 2.29 SHARED");
    }

    /** Tokyo 2020, men's high jump: both clean to 2.37, three failures at 2.39, no jump-off wanted. */
    @Test
    void sharesFirstPlaceWhereNobodyJumpsOff() {
        assertThat(Board.of("vertical-jump")
                        .row("TAMBERI", bars("2.37 o, 2.39 xxx"))
                        .row("BARSHIM", bars("2.37 o, 2.39 xxx"))
                        .lines())
                .containsExactly("1= TAMBERI 2.37", "1= BARSHIM 2.37 SHARED");
    }

    /** Paris 2024, men's high jump: level at 2.36; in the jump-off both failed at 2.38 and 2.36, Kerr cleared 2.34. */
    @Test
    void decidesFirstPlaceByTheJumpOff() {
        assertThat(Board.of("vertical-jump")
                        .row("MCEWEN", bars("2.34 o, 2.36 o, 2.38 xxx, JO1 x, JO2 x, JO3 x"))
                        .row("BARSHIM", bars("2.34 o, 2.36 xxx"))
                        .row("KERR", bars("2.34 o, 2.36 o, 2.38 xxx, JO1 x, JO2 x, JO3 o"))
                        .lines())
                .containsExactly("1 KERR 2.36", "2 MCEWEN 2.36 JUMP_OFF", "3 BARSHIM 2.34 MARK");
    }

    @Test
    void letsWhoGivesUpTheJumpOffLoseIt() {
        assertThat(Board.of("vertical-jump")
                        .row("TIRED", bars("2.00 o, JO1 x, JO2 r"))
                        .row("WILLING", bars("2.00 o, JO1 x, JO2 x"))
                        .lines())
                .containsExactly("1 WILLING 2.00", "2 TIRED 2.00 JUMP_OFF");
    }

    @Test
    void countsNoFailureAboveTheHeightCleared() {
        assertThat(Board.of("vertical-jump")
                        .row("A", bars("2.00 xo, 2.05 xxx"))
                        .row("B", bars("2.00 xo, 2.05 r"))
                        .row("NONE", bars("2.00 xxx"))
                        .lines())
                .containsExactly("1= A 2.00", "1= B 2.00 SHARED", "- NONE");
    }

    @Test
    void takesABarForTheSameHoweverItIsWritten() {
        assertThat(Board.of("vertical-jump")
                        .row("A", bars("5.5 x, 5.50 o"))
                        .row("B", bars("5.50 o"))
                        .lines())
                .containsExactly("1 B 5.50", "2 A 5.50 FAILURES_AT_HEIGHT");
    }

    @Test
    void refusesBarsThatAreNoHeight() {
        Rule rule = Board.rule("vertical-jump", "plausible-min=1.5", "plausible-max=2.6");
        assertThat(rule.refuses(score(MarkKind.HEIGHT, "2.39", 1, ""))).isEmpty();
        assertThat(rule.refuses(score(MarkKind.HEIGHT, "JO1", 1, "2.38"))).isEmpty();
        assertThat(rule.refuses(score(MarkKind.HEIGHT, "high", 1, ""))).isPresent();
        assertThat(rule.refuses(score(MarkKind.HEIGHT, "2.39", 4, ""))).isPresent();
        assertThat(rule.refuses(score(MarkKind.HEIGHT, "2.39", 1, "2.40")))
                .hasValueSatisfying(refusal -> assertThat(refusal.sentence()).contains("not the height of the bar"));
        assertThat(rule.refuses(score(MarkKind.HEIGHT, "23.9", 1, "")))
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPLAUSIBLE));
    }

    /** Paris 2024, women's pole vault final, 1st to 3rd: the heights alone. */
    @Test
    void sharesEqualHeightsOfWhichTheAttemptsAreNotKnown() {
        assertThat(Board.of("vertical-jump")
                        .row("KENNEDY", score(MarkKind.HEIGHT, "4.90"))
                        .row("MOON", score(MarkKind.HEIGHT, "4.85"))
                        .row("NEWMAN", score(MarkKind.HEIGHT, "4.85"))
                        .lines())
                .containsExactly("1 KENNEDY 4.90", "2= MOON 4.85 MARK", "2= NEWMAN 4.85 SHARED");
    }
}
