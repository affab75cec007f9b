package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.all;
import static org.podium.streams.rank.Board.attempts;
import static org.podium.streams.rank.Board.score;

import org.junit.jupiter.api.Test;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;

class WeightliftingTest {

    private static Score[] lifts(String snatches, String jerks) {
        return all(attempts(MarkKind.LIFT, "SN", snatches), attempts(MarkKind.LIFT, "CJ", jerks));
    }

    /** Paris 2024, women's 59 kg, 4th to 6th, all with 230 kg. */
    @Test
    void decidesEqualTotalsByTheLowerJerkThenTheEarlierPreviousAttempt() {
        assertThat(Board.of("weightlifting")
                        .row("ANDO", lifts("-100 100 -102", "-130 -130 130"))
                        .row("LAWAL", lifts("100 -103 -103", "-125 -127 130"))
                        .row("VENEGAS", lifts("97 100 102", "122 128 -134"))
                        .lines())
                .containsExactly("1 VENEGAS 230", "2 LAWAL 230 LOWER_LIFT", "3 ANDO 230 EARLIER_ATTEMPT");
    }

    /** Paris 2024, men's +102 kg, the two lifters with 400 kg: 220 kg in the first attempt against the second. */
    @Test
    void decidesEqualJerksByTheAttemptNumber() {
        assertThat(Board.of("weightlifting")
                        .row("MURAKAMI", lifts("170 -180 180", "200 220 -230"))
                        .row("SEIM", lifts("175 180 -183", "220 -237 -237"))
                        .lines())
                .containsExactly("1 SEIM 400", "2 MURAKAMI 400 EARLIER_ATTEMPT");
    }

    /** Paris 2024, men's 61 kg: the winner and two lifters without a valid snatch. */
    @Test
    void givesNoTotalWithoutAValidLiftOfBothKinds() {
        assertThat(Board.of("weightlifting")
                        .irm("CENIZA", Irm.DNF, attempts(MarkKind.LIFT, "SN", "-125 -125 -125"))
                        .row("TRINH", attempts(MarkKind.LIFT, "SN", "-128 -128 -128"))
                        .row("LI", lifts("137 140 143", "-167 167 -172"))
                        .lines())
                .containsExactly("1 LI 310", "- TRINH", "- CENIZA DNF IRM");
    }

    @Test
    void decidesByLotWhereEveryLiftIsEqual() {
        assertThat(Board.of("weightlifting")
                        .lot("A", 9, lifts("100", "120"))
                        .lot("B", 3, lifts("100", "120"))
                        .lines())
                .containsExactly("1 B 220", "2 A 220 LOT");
    }

    @Test
    void ordersByTheSnatchUntilThereIsATotal() {
        assertThat(Board.of("weightlifting")
                        .row("A", attempts(MarkKind.LIFT, "SN", "100"))
                        .row("B", attempts(MarkKind.LIFT, "SN", "105"))
                        .lines())
                .containsExactly("- B", "- A");
    }

    @Test
    void refusesAFourthAttemptAndHalfAKilogram() {
        Rule rule = Board.rule("weightlifting", "plausible-min=50", "plausible-max=500");
        assertThat(rule.refuses(score(MarkKind.LIFT, "SN", 1, "1000"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.LIFT, "SN", 1, "40"))).isEmpty();
        assertThat(rule.refuses(score(MarkKind.LIFT, "SN", 4, "100"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.LIFT, "SN", 1, "100.5"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.LIFT, "PRESS", 1, "100"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.LIFT, "CJ", 3, "100"))).isEmpty();
    }
}
