package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.score;

import org.junit.jupiter.api.Test;
import org.podium.model.wire.MarkKind;

class JudgedRoundsTest {

    private static Score round(int round, String value, String... components) {
        return score(MarkKind.JUDGED, "", round, value, components);
    }

    /**
     * Paris 2024, women's 10 m platform final: Quan Hongchan's first dive, difficulty 3.0, seven tens, 90.00 points.
     */
    @Test
    void worksADiveOutOfItsJudges() {
        assertThat(Board.of("judged-rounds")
                        .row(
                                "QUAN",
                                round(1, "", "D=3.0", "J1=10", "J2=10", "J3=10", "J4=10", "J5=10", "J6=10", "J7=10"))
                        .lines())
                .containsExactly("1 QUAN 90.00");
    }

    /** Paris 2024, women's 10 m platform final, totals of the medallists. */
    @Test
    void ranksByTotalsWhereJudgesAreNotKnown() {
        assertThat(Board.of("judged-rounds", "gap=first")
                        .row("KIM", round(1, "372.10"))
                        .row("CHEN", round(1, "420.70"))
                        .row("QUAN", round(1, "425.60"))
                        .lines())
                .containsExactly("1 QUAN 425.60", "2 CHEN 420.70 -4.90 MARK", "3 KIM 372.10 -53.50 MARK");
    }

    @Test
    void dropsTwoHighestAndTwoLowestOfSeven() {
        assertThat(Board.of("judged-rounds")
                        .row("A", round(1, "", "D=3.4", "J1=9.5", "J2=4", "J3=8", "J4=8.5", "J5=8", "J6=7.5", "J7=9"))
                        .lines())
                .containsExactly("1 A 83.30");
    }

    /** Eleven judges: of each diver's three the middle one, of the five for synchronisation the middle three; x 0.6. */
    @Test
    void countsFiveOfElevenJudgesInSynchronisedDiving() {
        assertThat(Board.of("judged-rounds", "panels=J1-J3:1:1,J4-J6:1:1,J7-J11:1:1", "factor=0.6")
                        .row(
                                "PAIR",
                                round(
                                        1, "", "D=3.0", "J1=8", "J2=9", "J3=9.5", "J4=8.5", "J5=7", "J6=9", "J7=9",
                                        "J8=9.5", "J9=9", "J10=8", "J11=10"))
                        .lines())
                .containsExactly("1 PAIR 81.00");
    }

    @Test
    void waitsForAllJudgesOfARound() {
        assertThat(Board.of("judged-rounds", "judges=5", "drop-high=1", "drop-low=1")
                        .row("A", round(1, "", "D=2.0", "J1=8", "J2=8"))
                        .lines())
                .containsExactly("- A");
    }

    @Test
    void sharesBetweenEqualTotalsUnlessTheBestRoundDecides() {
        Score[] even = {round(1, "40"), round(2, "40")};
        Score[] uneven = {round(1, "50"), round(2, "30")};
        assertThat(Board.of("judged-rounds")
                        .row("EVEN", even)
                        .row("UNEVEN", uneven)
                        .lines())
                .containsExactly("1= EVEN 80.00", "1= UNEVEN 80.00 SHARED");
        assertThat(Board.of("judged-rounds", "count=best:2", "tie-break=best")
                        .row("EVEN", even)
                        .row("UNEVEN", uneven)
                        .lines())
                .containsExactly("1 UNEVEN 80.00", "2 EVEN 80.00 NEXT_BEST");
    }

    /** Paris 2024, men's street final: best run and best two tricks of two of the medallists; other rounds left out. */
    @Test
    void countsTheBestOfEachPart() {
        assertThat(Board.of("judged-rounds", "count=RUN:1,TRICK:2", "tie-break=best")
                        .row(
                                "HUSTON",
                                score(MarkKind.JUDGED, "RUN", 2, "93.37"),
                                score(MarkKind.JUDGED, "TRICK", 1, "92.79"),
                                score(MarkKind.JUDGED, "TRICK", 2, "93.22"),
                                score(MarkKind.JUDGED, "TRICK", 5, "0"))
                        .row(
                                "HORIGOME",
                                score(MarkKind.JUDGED, "RUN", 1, "89.90"),
                                score(MarkKind.JUDGED, "TRICK", 1, "94.16"),
                                score(MarkKind.JUDGED, "TRICK", 4, "0"),
                                score(MarkKind.JUDGED, "TRICK", 5, "97.08"))
                        .lines())
                .containsExactly("1 HORIGOME 281.14", "2 HUSTON 279.38 MARK");
    }

    @Test
    void averagesAPanelRoundedHalfUp() {
        assertThat(Board.of("judged-rounds", "judges=5", "drop-high=1", "drop-low=1", "panel=mean", "highest-award=100")
                        .row("A", round(1, "", "J1=90", "J2=91", "J3=91", "J4=10", "J5=99"))
                        .lines())
                .containsExactly("1 A 90.67");
    }

    @Test
    void refusesAwardsThatNoJudgeCanGive() {
        Rule rule = Board.rule("judged-rounds", "judges=1", "drop-high=0", "drop-low=0");
        assertThat(rule.refuses(round(1, "", "J1=11"))).isPresent();
        assertThat(rule.refuses(round(1, "", "J1=-1"))).isPresent();
        assertThat(rule.refuses(round(1, "", "J1=9", "D=999999999999"))).isPresent();
        assertThat(rule.refuses(round(1, "", "J1=10"))).isEmpty();
        assertThat(rule.refuses(round(0, "", "J1=10"))).isPresent();
        assertThat(rule.refuses(round(1, "9.5", "J1=10")))
                .hasValueSatisfying(refusal -> assertThat(refusal.sentence()).contains("judges' scores give, 10"));
    }

    /** Paris 2024, men's 3 m springboard, preliminary, the first two: the totals alone. */
    @Test
    void takesATotalOfWhichTheRoundsAreNotKnown() {
        assertThat(Board.of("judged-rounds")
                        .row("XIE", score(MarkKind.JUDGED, "509.60"))
                        .row("WANG", score(MarkKind.JUDGED, "530.65"))
                        .lines())
                .containsExactly("1 WANG 530.65", "2 XIE 509.60 MARK");
    }
}
