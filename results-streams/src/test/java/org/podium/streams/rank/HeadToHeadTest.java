package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.score;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

class HeadToHeadTest {

    private static Score match(String value, Outcome outcome) {
        return new Score(MarkKind.SCORE, "", 0, outcome, value.isEmpty() ? null : Quantity.parse(value), Map.of());
    }

    private static Score goals(String value) {
        return score(MarkKind.SCORE, value);
    }

    /** Paris 2024, men's football final, after extra time. */
    @Test
    void letsTheGreaterScoreLead() {
        assertThat(Board.of("head-to-head")
                        .row("FRA", goals("3"))
                        .row("ESP", goals("5"))
                        .lines())
                .containsExactly("1 ESP 5", "2 FRA 3 MARK");
    }

    /** Paris 2024, women's football quarterfinal: 2-2, 4-2 on penalties. */
    @Test
    void letsTheShootOutDecideALevelScore() {
        assertThat(Board.of("head-to-head")
                        .row("COL", match("2", Outcome.LOST), score(MarkKind.SCORE, "SO", 0, "2"))
                        .row("ESP", match("2", Outcome.WON), score(MarkKind.SCORE, "SO", 0, "4"))
                        .lines())
                .containsExactly("1 ESP 2 WON", "2 COL 2 LOST SHOOT_OFF");
    }

    /** The same match when the last penalty was taken, before its outcome is sent. */
    @Test
    void letsTheShootOutLeadBeforeAnOutcomeIsKnown() {
        assertThat(Board.of("head-to-head")
                        .row("COL", goals("2"), score(MarkKind.SCORE, "SO", 0, "2"))
                        .row("ESP", goals("2"), score(MarkKind.SCORE, "SO", 0, "4"))
                        .lines())
                .containsExactly("1 ESP 2", "2 COL 2 SHOOT_OFF");
    }

    @Test
    void letsTheOutcomeBeatTheScore() {
        assertThat(Board.of("head-to-head")
                        .row("LOSER", match("10", Outcome.LOST))
                        .row("WINNER", match("1", Outcome.WON))
                        .lines())
                .containsExactly("1 WINNER 1 WON", "2 LOSER 10 LOST DECISION");
    }

    @Test
    void sharesADraw() {
        assertThat(Board.of("head-to-head")
                        .row("A", match("1", Outcome.TIED))
                        .row("B", match("1", Outcome.TIED))
                        .lines())
                .containsExactly("1= A 1 TIED", "1= B 1 TIED SHARED");
    }

    @Test
    void waitsForTheOutcomeWhereTheSportDoes() {
        assertThat(Board.of("head-to-head", "decision=outcome")
                        .row("A", goals("3"))
                        .row("B", goals("7"))
                        .lines())
                .containsExactly("- B", "- A");
    }

    @Test
    void letsTheOtherLoseWhenOneIsSaidToHaveWon() {
        assertThat(Board.of("head-to-head", "decision=outcome")
                        .row("A", goals("3"))
                        .row("B", match("7", Outcome.WON))
                        .lines())
                .containsExactly("1 B 7 WON", "2 A 3 LOST MARK");
    }

    @Test
    void letsARetiredLeaderLoseAndKeepTheLosersRank() {
        assertThat(Board.of("head-to-head")
                        .irm("LEADS", Irm.RET, goals("1"))
                        .row("BEHIND", goals("0"))
                        .lines())
                .containsExactly("1 BEHIND 0 WON", "2 LEADS 1 RET LOST DECISION");
    }

    @Test
    void givesADisqualifiedCompetitorNoRank() {
        assertThat(Board.of("head-to-head")
                        .irm("OUT", Irm.DSQ, match("0", Outcome.LOST))
                        .row("WINNER", match("10", Outcome.WON))
                        .lines())
                .containsExactly("1 WINNER 10 WON", "- OUT DSQ LOST IRM");
    }

    @Test
    void letsTheOtherWinWhenTheWinnerIsDisqualified() {
        assertThat(Board.of("head-to-head", "decision=outcome")
                        .irm("OUT", Irm.DSQ, match("10", Outcome.WON))
                        .row("OTHER", goals("0"))
                        .lines())
                .containsExactly("1 OTHER 0 WON", "- OUT DSQ LOST IRM");
    }

    /**
     * The venue wrote the result down and then why it ended, or the wrong way round: one loses, and it is he who
     * retired.
     */
    @Test
    void letsTheOtherWinWhenOneRetiresWhateverTheOthersScoreSays() {
        assertThat(Board.of("head-to-head")
                        .irm("RETIRED", Irm.RET)
                        .row("OTHER", match("0", Outcome.LOST))
                        .lines())
                .containsExactly("1 OTHER 0 WON", "2 RETIRED RET LOST DECISION");
    }

    @Test
    void refusesGoalsBelowZero() {
        Rule rule = Board.rule("head-to-head");
        assertThat(rule.refuses(goals("-1"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.SCORE, "P1", 0, "2"))).isEmpty();
        assertThat(rule.refuses(match("", Outcome.WON))).isEmpty();
        assertThat(rule.refuses(goals(""))).isPresent();
        assertThat(rule.refuses(match("2", Outcome.FAILED))).isPresent();
        assertThat(rule.refuses(score(MarkKind.POINTS, "2"))).isPresent();
    }

    /** Paris 2024, taekwondo, men -68 kg, a bronze medal contest: one withdrew and nobody scored. */
    @Test
    void letsTheOtherWinWhenOneWithdrewBeforeAnyScore() {
        assertThat(Board.of("head-to-head").irm("OUT", Irm.WDR).row("STAYS").lines())
                .containsExactly("1 STAYS WON", "2 OUT WDR LOST DECISION");
    }
}
