package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.score;

import org.junit.jupiter.api.Test;
import org.podium.model.wire.MarkKind;

class JudgedComponentsTest {

    private static Score judged(String value, String... components) {
        return score(MarkKind.JUDGED, "", 0, value, components);
    }

    /** Paris 2024, men's horizontal bar final, medallists: total, and execution as reported. */
    @Test
    void letsTheHigherExecutionDecideAndSharesWhereBothAreEqual() {
        assertThat(Board.of("judged-components")
                        .row("TANG", judged("13.966", "D=6.5", "E=7.466"))
                        .row("ZHANG", judged("13.966", "D=6.5", "E=7.466"))
                        .row("BARAJAS", judged("14.533", "D=6.6", "E=7.933"))
                        .row("OKA", judged("14.533", "D=5.9", "E=8.633"))
                        .lines())
                .containsExactly(
                        "1 OKA 14.533", "2 BARAJAS 14.533 EXECUTION", "3= TANG 13.966 MARK", "3= ZHANG 13.966 SHARED");
    }

    @Test
    void letsTheDifficultyDecideBetweenEqualExecutions() {
        assertThat(Board.of("judged-components")
                        .row("A", judged("", "D=6.0", "E=8.0", "P=0.1"))
                        .row("B", judged("", "D=6.1", "E=8.0", "P=0.2"))
                        .lines())
                .containsExactly("1 B 13.900", "2 A 13.900 DIFFICULTY");
    }

    /** Paris 2024, women's floor final: Biles, 6.9 + 7.833 - 0.6, behind Andrade's 14.166. */
    @Test
    void takesPenaltiesOff() {
        assertThat(Board.of("judged-components")
                        .row("BILES", judged("", "D=6.9", "E=7.833", "P=0.6"))
                        .row("ANDRADE", judged("14.166"))
                        .lines())
                .containsExactly("1 ANDRADE 14.166", "2 BILES 14.133 MARK");
    }

    @Test
    void takesTheMeanOfTwoVaults() {
        assertThat(Board.of("judged-components", "of=mean")
                        .row("A", score(MarkKind.JUDGED, "", 1, "15.700"), score(MarkKind.JUDGED, "", 2, "14.900"))
                        .row("B", score(MarkKind.JUDGED, "", 1, "15.100"), score(MarkKind.JUDGED, "", 2, "15.400"))
                        .lines())
                .containsExactly("1 A 15.300", "2 B 15.250 MARK");
    }

    @Test
    void takesTheBestOrTheLastOfSeveralAttempts() {
        Score[] worse = {score(MarkKind.JUDGED, "", 1, "90"), score(MarkKind.JUDGED, "", 2, "10")};
        Score[] steady = {score(MarkKind.JUDGED, "", 1, "80"), score(MarkKind.JUDGED, "", 2, "80")};
        assertThat(Board.of("judged-components", "of=best", "shown-decimals=0")
                        .row("W", worse)
                        .row("S", steady)
                        .lines())
                .containsExactly("1 W 90", "2 S 80 MARK");
        assertThat(Board.of("judged-components", "of=last", "shown-decimals=0")
                        .row("W", worse)
                        .row("S", steady)
                        .lines())
                .containsExactly("1 S 80", "2 W 10 MARK");
    }

    @Test
    void addsUpTheComponentsThatTheSportNames() {
        assertThat(Board.of("judged-components", "plus=D,E,H,T", "tie-break=T", "shown-decimals=2")
                        .row("A", judged("", "D=17", "E=17", "H=9", "T=18"))
                        .row("B", judged("", "D=17", "E=16", "H=9", "T=19"))
                        .lines())
                .containsExactly("1 B 61.00", "2 A 61.00 MARK");
    }

    @Test
    void refusesAScoreThatItsComponentsDoNotGive() {
        Rule rule = Board.rule("judged-components", "plausible-max=20");
        assertThat(rule.refuses(judged("13.700", "D=5.8", "E=7.900"))).isEmpty();
        assertThat(rule.refuses(judged("13.800", "D=5.8", "E=7.900"))).isPresent();
        assertThat(rule.refuses(judged("", "D=58", "E=7.900"))).isPresent();
        assertThat(rule.refuses(judged("", "D=5.8", "E=-7.900"))).isPresent();
        assertThat(rule.refuses(judged("", "D=5.8"))).isPresent();
    }
}
