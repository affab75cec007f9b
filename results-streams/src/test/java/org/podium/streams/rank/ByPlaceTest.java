package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.place;
import static org.podium.streams.rank.Board.score;
import static org.podium.streams.rank.Board.time;

import org.junit.jupiter.api.Test;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;

class ByPlaceTest {

    /**
     * Paris 2024, men's BMX racing, quarterfinals, run 1, heat 3, first three; the last line's IRM keeps its rank as in
     * run 2, heat 3.
     */
    @Test
    void ranksByPlaceAndLeavesARankToAnIrmThatKeepsIt() {
        assertThat(Board.of("by-place", "irm-ranked=DNF,DNS,REL")
                        .irm("KRIGERS", Irm.DNF, place(8))
                        .row("BUTTI", place(3), time("32.394"))
                        .row("RAMIREZ", place(2), time("32.248"))
                        .row("WOOD", place(1), time("32.207"))
                        .lines())
                .containsExactly(
                        "1 WOOD 1",
                        "2 RAMIREZ 2 FINISH_ORDER",
                        "3 BUTTI 3 FINISH_ORDER",
                        "4 KRIGERS 8 DNF FINISH_ORDER");
    }

    @Test
    void ordersIrmsAsTheUnitSays() {
        assertThat(Board.of("by-place", "irm-order=DNS,DNF")
                        .irm("QUIT", Irm.DNF)
                        .irm("ABSENT", Irm.DNS)
                        .irm("OUT", Irm.DSQ)
                        .row("WAITS")
                        .row("FIRST", place(1))
                        .lines())
                .containsExactly("1 FIRST 1", "- WAITS", "- ABSENT DNS IRM", "- QUIT DNF IRM", "- OUT DSQ IRM");
    }

    @Test
    void refusesPlacesThatDoNotExist() {
        Rule rule = Board.rule("by-place");
        assertThat(rule.refuses(place(0))).isPresent();
        assertThat(rule.refuses(score(MarkKind.PLACE, "R1", 0, "1"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.POINTS, "1"))).isPresent();
        assertThat(rule.refuses(place(1))).isEmpty();
    }
}
