package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.place;
import static org.podium.streams.rank.Board.score;
import static org.podium.streams.rank.Board.time;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

class RaceByTimeTest {

    /** Paris 2024, men's 100 m final, official results with thousandths for the first two. */
    @Test
    void splitsEqualHundredthsOnThousandths() {
        assertThat(Board.of("race-by-time")
                        .row("LYLES", time("9.784"))
                        .row("THOMPSON", time("9.789"))
                        .row("KERLEY", time("9.81"))
                        .row("SIMBINE", time("9.82"))
                        .row("JACOBS", time("9.85"))
                        .lines())
                .containsExactly(
                        "1 LYLES 9.79",
                        "2 THOMPSON 9.79 THOUSANDTHS",
                        "3 KERLEY 9.81 MARK",
                        "4 SIMBINE 9.82 MARK",
                        "5 JACOBS 9.85 MARK");
    }

    /** Paris 2024, men's 100 m breaststroke final, first four. */
    @Test
    void sharesARankBetweenEqualTimesAndSkipsTheNext() {
        assertThat(Board.of("race-by-time", "deciding-decimals=2", "rounding=down", "gap=first")
                        .row("MARTINENGHI", time("59.03"))
                        .row("PEATY", time("59.05"))
                        .row("FINK", time("59.05"))
                        .row("QIN", time("59.50"))
                        .lines())
                .containsExactly(
                        "1 MARTINENGHI 59.03",
                        "2= PEATY 59.05 +0.02 MARK",
                        "2= FINK 59.05 +0.02 SHARED",
                        "4 QIN 59.50 +0.47 MARK");
    }

    /** Paris 2024, men's 4 x 100 m final, first three and the disqualified team. */
    @Test
    void listsADisqualifiedTeamLastWithoutRankOrMark() {
        assertThat(Board.of("race-by-time")
                        .irm("USA", Irm.DQ, time("37.40"))
                        .row("CAN", time("37.50"))
                        .row("RSA", time("37.57"))
                        .row("GBR", time("37.61"))
                        .lines())
                .containsExactly("1 CAN 37.50", "2 RSA 37.57 MARK", "3 GBR 37.61 MARK", "- USA DQ IRM");
    }

    /** Paris 2024, BMX racing, men's semifinals, run 2, heat 1: the first and the last three. */
    @Test
    void ranksWhoDidNotFinishBehindEveryoneWhereTheSportDoes() {
        assertThat(Board.of("race-by-time", "shown-decimals=3", "irm-order=DNF,DNS", "irm-placed=DNF,DNS")
                        .irm("STARTED-NOT", Irm.DNS)
                        .irm("FELL", Irm.DNF)
                        .row("WON", time("31.649"))
                        .lines())
                .containsExactly("1 WON 31.649", "2 FELL DNF IRM", "3 STARTED-NOT DNS IRM");
    }

    @Test
    void ranksNobodyBehindThoseWhoAreStillRacing() {
        assertThat(Board.of("race-by-time", "irm-placed=DNF")
                        .irm("FELL", Irm.DNF)
                        .row("WON", time("31.649"))
                        .row("RACING")
                        .lines())
                .containsExactly("1 WON 31.65", "- RACING", "- FELL DNF IRM");
    }

    @Test
    void letsThoseShareWhoBearTheSameIrmThatRanksThemLast() {
        assertThat(Board.of("race-by-time", "irm-placed=DNF")
                        .irm("FELL", Irm.DNF)
                        .irm("CRASHED", Irm.DNF)
                        .row("WON", time("31.649"))
                        .lines())
                .containsExactly("1 WON 31.65", "2= FELL DNF IRM", "2= CRASHED DNF SHARED");
    }

    /** Paris 2024, men's triathlon: 1st, 2nd, 10th to 12th (equal times) and those who did not finish. */
    @Test
    void letsTheFinishOrderBeatEqualTimesInAMassStart() {
        assertThat(Board.of("race-by-time", "order=place", "shown-decimals=0", "gap=first")
                        .irm("ABDELMOULA", Irm.LAP)
                        .irm("DICKINSON", Irm.DNF)
                        .row("YEE", time("1:43:33"), place(1))
                        .row("WILDE", time("1:43:39"), place(2))
                        .row("HIDALGO", time("1:44:27"), place(10))
                        .row("LEHMANN", time("1:44:27"), place(11))
                        .row("BLUMMENFELT", time("1:44:27"), place(12))
                        .irm("ADJAVON", Irm.LAP)
                        .lines())
                .containsExactly(
                        "1 YEE 1:43:33",
                        "2 WILDE 1:43:39 +6 MARK",
                        "3 HIDALGO 1:44:27 +54 MARK",
                        "4 LEHMANN 1:44:27 +54 FINISH_ORDER",
                        "5 BLUMMENFELT 1:44:27 +54 FINISH_ORDER",
                        "- ABDELMOULA LAP IRM",
                        "- ADJAVON LAP START_ORDER",
                        "- DICKINSON DNF IRM");
    }

    @Test
    void letsThePhotoFinishSplitTimesThatAreEqualInEveryDecimal() {
        assertThat(Board.of("race-by-time")
                        .row("A", time("10.001"), place(1))
                        .row("B", time("10.001"), place(2))
                        .row("C", time("10.001"), place(2))
                        .lines())
                .containsExactly("1 A 10.01", "2= B 10.01 PHOTO_FINISH", "2= C 10.01 SHARED");
    }

    @Test
    void ranksLappedRidersByLapsBehindAllFinishersWhereTheSportRanksThem() {
        assertThat(Board.of("race-by-time", "irm-ranked=LAP")
                        .irm("ONE-LAP-LESS", Irm.LAP, score(MarkKind.LAPS, "5"))
                        .irm("TWO-LAPS-LESS", Irm.LAP, score(MarkKind.LAPS, "4"))
                        .row("FINISHER", time("1:20:00"))
                        .lines())
                .containsExactly("1 FINISHER 1:20:00.00", "2 ONE-LAP-LESS LAP MARK", "3 TWO-LAPS-LESS LAP LAPS");
    }

    @Test
    void listsLappedRidersByLapsWhereTheSportDoesNotRankThem() {
        assertThat(Board.of("race-by-time")
                        .irm("TWO-LAPS-LESS", Irm.LAP, score(MarkKind.LAPS, "4"))
                        .irm("ONE-LAP-LESS", Irm.LAP, score(MarkKind.LAPS, "5"))
                        .lines())
                .containsExactly("- ONE-LAP-LESS LAP", "- TWO-LAPS-LESS LAP LAPS");
    }

    @Test
    void listsThoseOnTheCourseByHowFarTheyAreWithoutARank() {
        assertThat(Board.of("race-by-time")
                        .row("START")
                        .row("HALFWAY", score(MarkKind.SPLIT, "400m", 0, "51.20"))
                        .row("FASTER-HALFWAY", score(MarkKind.SPLIT, "400m", 0, "51.10"))
                        .row("FINISHED", time("1:44.10"), score(MarkKind.SPLIT, "400m", 0, "52.00"))
                        .lines())
                .containsExactly("1 FINISHED 1:44.10", "- FASTER-HALFWAY", "- HALFWAY", "- START");
    }

    @Test
    void refusesAThreeSecondHundredMetres() {
        Rule rule = Board.rule("race-by-time", "plausible-min=9", "plausible-max=60");
        assertThat(rule.refuses(time("3.01"))).hasValueSatisfying(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPLAUSIBLE);
            assertThat(refusal.sentence()).contains("3.01").contains("less than the plausible minimum 9");
        });
        assertThat(rule.refuses(time("9.784"))).isEmpty();
    }

    @Test
    void doesNotRankALappedRiderByTheMomentOfLeavingTheCourse() {
        assertThat(Board.of("race-by-time", "irm-ranked=LAP")
                        .irm("LAPPED", Irm.LAP, time("1:00:00"), score(MarkKind.LAPS, "4"))
                        .row("FINISHER", time("1:20:00"))
                        .lines())
                .containsExactly("1 FINISHER 1:20:00.00", "2 LAPPED LAP MARK");
    }

    @Test
    void refusesTheOutcomeOfAMatch() {
        Score won = new Score(MarkKind.TIME, "", 0, Outcome.WON, null, Map.of());
        assertThat(Board.rule("race-by-time").refuses(won))
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.WRONG_KIND));
    }

    @Test
    void refusesMarksThatAreNotOfARace() {
        Rule rule = Board.rule("race-by-time");
        assertThat(rule.refuses(score(MarkKind.DISTANCE, "8.36")))
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.WRONG_KIND));
        assertThat(rule.refuses(score(MarkKind.SPLIT, "8.36"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.TIME, "-9.79"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.TIME, ""))).isPresent();
        assertThat(rule.refuses(score(MarkKind.PLACE, "1.5"))).isPresent();
    }
}
