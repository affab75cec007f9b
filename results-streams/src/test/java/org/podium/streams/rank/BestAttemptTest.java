package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.attempts;
import static org.podium.streams.rank.Board.score;

import org.junit.jupiter.api.Test;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;

class BestAttemptTest {

    /** European Championships Rome 2024, women's long jump final, 3rd and 4th; men's triple jump final, 1st. */
    @Test
    void letsTheSecondBestDecideBetweenEqualBests() {
        assertThat(Board.of("best-attempt")
                        .row("ASSANI", attempts(MarkKind.DISTANCE, "", "6.70 6.67 6.91 6.60 X 6.71"))
                        .row("DE-SOUSA", attempts(MarkKind.DISTANCE, "", "6.87 6.86 6.91 X 6.83 6.62"))
                        .lines())
                .containsExactly("1 DE-SOUSA 6.91", "2 ASSANI 6.91 NEXT_BEST");
    }

    /**
     * European Championships Rome 2024, men's shot put final, 4th and 5th: the fourth rounds equal, 20.51 beats 20.19.
     */
    @Test
    void doesNotLookAtTheOrderOfAttempts() {
        assertThat(Board.of("best-attempt")
                        .row("STANEK", attempts(MarkKind.DISTANCE, "", "20.19 X 19.48 20.88 X 20.09"))
                        .row("LINCOLN", attempts(MarkKind.DISTANCE, "", "20.51 X 19.92 20.88 20.23 X"))
                        .lines())
                .containsExactly("1 LINCOLN 20.88", "2 STANEK 20.88 NEXT_BEST");
    }

    /** European Championships Rome 2024, men's triple jump final: 1st, 2nd, 5th and 6th, who share a best of 17.04. */
    @Test
    void ranksAFinal() {
        assertThat(Board.of("best-attempt")
                        .row("PONTVIANNE", attempts(MarkKind.DISTANCE, "", "X 17.04 X 16.83 16.76 X"))
                        .row("HESS", attempts(MarkKind.DISTANCE, "", "16.92 17.04 X 16.87 15.56 X"))
                        .row("PICHARDO", attempts(MarkKind.DISTANCE, "", "17.51 18.04 17.55 - 17.47 17.92"))
                        .row("DIAZ", attempts(MarkKind.DISTANCE, "", "17.56 17.82 X 17.96 18.18 -"))
                        .lines())
                .containsExactly(
                        "1 DIAZ 18.18", "2 PICHARDO 18.04 MARK", "3 HESS 17.04 MARK", "4 PONTVIANNE 17.04 NEXT_BEST");
    }

    @Test
    void letsMoreValidAttemptsBeatFewerWhenAllOthersAreEqual() {
        assertThat(Board.of("best-attempt")
                        .row("A", attempts(MarkKind.DISTANCE, "", "8.00 X X"))
                        .row("B", attempts(MarkKind.DISTANCE, "", "8.00 7.50 X"))
                        .row("C", attempts(MarkKind.DISTANCE, "", "7.50 8.00 X"))
                        .lines())
                .containsExactly("1= B 8.00", "1= C 8.00 SHARED", "3 A 8.00 NEXT_BEST");
    }

    @Test
    void leavesThoseWithoutAValidAttemptUnranked() {
        assertThat(Board.of("best-attempt")
                        .row("TO-COME")
                        .row("FOULED", attempts(MarkKind.DISTANCE, "", "X X"))
                        .irm("NO-MARK", Irm.NM, attempts(MarkKind.DISTANCE, "", "X X X"))
                        .row("JUMPED", attempts(MarkKind.DISTANCE, "", "X 7.01"))
                        .lines())
                .containsExactly("1 JUMPED 7.01", "- TO-COME", "- FOULED", "- NO-MARK NM IRM");
    }

    @Test
    void takesTheShortestOfSeveralTimes() {
        assertThat(Board.of("best-attempt", "kind=time", "next-best=no", "attempts=2", "style=seconds")
                        .row("A", attempts(MarkKind.TIME, "", "99.44 101.20"))
                        .row("B", attempts(MarkKind.TIME, "", "X 99.44"))
                        .row("C", attempts(MarkKind.TIME, "", "98.10 97.05"))
                        .lines())
                .containsExactly("1 C 97.05", "2= A 99.44 MARK", "2= B 99.44 SHARED");
    }

    @Test
    void refusesASeventhAttemptAndADistanceBelowZero() {
        Rule rule = Board.rule("best-attempt", "plausible-max=9.5");
        assertThat(rule.refuses(score(MarkKind.DISTANCE, "", 7, "8.10")))
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.WRONG_KIND));
        assertThat(rule.refuses(score(MarkKind.DISTANCE, "", 1, "-8.10"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.DISTANCE, "", 1, "89.5"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.DISTANCE, "", 1, "8.95"))).isEmpty();
    }
}
