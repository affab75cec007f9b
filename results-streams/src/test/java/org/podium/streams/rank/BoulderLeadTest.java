package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.place;
import static org.podium.streams.rank.Board.score;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.podium.model.wire.MarkKind;

class BoulderLeadTest {

    /** Paris 2024, men's boulder and lead final, medallists: total of the boulders (as one) and the lead. */
    @Test
    void addsBouldersAndLead() {
        assertThat(Board.of("boulder-lead")
                        .row("SCHUBERT", climb("B1", "43.6"), climb("L", "96.0"))
                        .row("ANRAKU", climb("B1", "69.3"), climb("L", "76.1"))
                        .row("ROBERTS", climb("B1", "63.1"), climb("L", "92.1"))
                        .lines())
                .containsExactly("1 ROBERTS 155.2", "2 ANRAKU 145.4 MARK", "3 SCHUBERT 139.6 MARK");
    }

    /** Lead scores of Paris 2024 and the hold that gives each on a route of forty holds that count. */
    @ParameterizedTest
    @CsvSource({
        "40,0,100.0",
        "39,0,96.0",
        "38,1,92.1",
        "34,0,76.0",
        "29,0,57.0",
        "20,1,30.1",
        "17,0,24.0",
        "11,1,12.1",
        "4,1,4.1"
    })
    void worksTheLeadOutOfTheHoldReached(String hold, String plus, String points) {
        assertThat(Board.of("boulder-lead")
                        .row("A", score(MarkKind.POINTS, "L", 0, "", "HOLD=" + hold, "PLUS=" + plus))
                        .lines())
                .containsExactly("1 A " + points);
    }

    @Test
    void worksABoulderOutOfTheZoneAndTheFalls() {
        assertThat(Board.of("boulder-lead")
                        .row(
                                "A",
                                score(MarkKind.POINTS, "B1", 0, "", "ZONE=3", "FALLS=4"),
                                score(MarkKind.POINTS, "B2", 0, "", "ZONE=2", "FALLS=6"),
                                score(MarkKind.POINTS, "B3", 0, "", "ZONE=1"),
                                score(MarkKind.POINTS, "B4", 0, "", "ZONE=0", "FALLS=9"))
                        .lines())
                .containsExactly("1 A 39.0");
    }

    @Test
    void letsTheRoundBeforeDecideBetweenEquals() {
        assertThat(Board.of("boulder-lead")
                        .row("A", climb("L", "51"), place(3))
                        .row("B", climb("L", "51"), place(2))
                        .lines())
                .containsExactly("1 B 51.0", "2 A 51.0 BEST_PLACES");
    }

    @Test
    void refusesPointsThatTheComponentsDoNotGive() {
        Rule rule = Board.rule("boulder-lead");
        assertThat(rule.refuses(score(MarkKind.POINTS, "B1", 0, "24.9", "ZONE=3", "FALLS=1")))
                .isEmpty();
        assertThat(rule.refuses(score(MarkKind.POINTS, "B1", 0, "25", "ZONE=3", "FALLS=1")))
                .isPresent();
        assertThat(rule.refuses(climb("B5", "25"))).isPresent();
        assertThat(rule.refuses(climb("B1", "-1"))).isPresent();
    }

    private static Score climb(String point, String value) {
        return score(MarkKind.POINTS, point, 0, value);
    }

    /** Paris 2024, men's lead, semifinal, 2nd to 4th: the totals alone. */
    @Test
    void takesATotalOfWhichThePartsAreNotKnown() {
        assertThat(Board.of("boulder-lead")
                        .row("ANRAKU", score(MarkKind.POINTS, "68.0"))
                        .row("ROBERTS", score(MarkKind.POINTS, "68.1"))
                        .row("ONDRA", score(MarkKind.POINTS, "68.1"))
                        .lines())
                .containsExactly("1= ROBERTS 68.1", "1= ONDRA 68.1 SHARED", "3 ANRAKU 68.0 MARK");
    }
}
