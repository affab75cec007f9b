package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.score;

import org.junit.jupiter.api.Test;
import org.podium.model.wire.MarkKind;

class StageSumTest {

    private static Score stage(int number, String time) {
        return score(MarkKind.TIME, "S" + number, 0, time);
    }

    private static Score stagePlace(int number, int place) {
        return score(MarkKind.PLACE, "S" + number, 0, Integer.toString(place));
    }

    /**
     * Tour de France 1989, first two: all stages before the last as one, then the time trial to Paris; eight seconds.
     */
    @Test
    void addsUpTheStages() {
        assertThat(Board.of("stage-sum", "gap=first")
                        .row("FIGNON", stage(1, "87:10:48"), stage(2, "27:55"))
                        .row("LEMOND", stage(1, "87:11:38"), stage(2, "26:57"))
                        .lines())
                .containsExactly("1 LEMOND 87:38:35", "2 FIGNON 87:38:43 +8 MARK");
    }

    @Test
    void bringsTheFractionsBackBetweenEquals() {
        assertThat(Board.of("stage-sum")
                        .row("A", stage(1, "10:00.48"), stage(2, "1:00:00"))
                        .row("B", stage(1, "10:00.31"), stage(2, "1:00:00"))
                        .lines())
                .containsExactly("1 B 1:10:00", "2 A 1:10:00 THOUSANDTHS");
    }

    @Test
    void comparesThePlacesAndThenTheLastStage() {
        assertThat(Board.of("stage-sum")
                        .row("A", stage(1, "10:00"), stage(2, "20:00"), stagePlace(1, 1), stagePlace(2, 5))
                        .row("B", stage(1, "10:00"), stage(2, "20:00"), stagePlace(1, 3), stagePlace(2, 2))
                        .row("C", stage(1, "10:00"), stage(2, "20:00"), stagePlace(1, 2), stagePlace(2, 3))
                        .lines())
                .containsExactly("1 B 30:00", "2 C 30:00 LAST_RACE", "3 A 30:00 BEST_PLACES");
    }

    @Test
    void putsWhoHasCompletedMoreStagesFirst() {
        assertThat(Board.of("stage-sum", "stages=2")
                        .row("ONE", stage(1, "10:00"))
                        .row("TWO", stage(1, "10:30"), stage(2, "20:00"))
                        .lines())
                .containsExactly("1 TWO 30:30", "2 ONE 10:00 LAPS");
    }

    @Test
    void refusesStagesThatTheRaceDoesNotHave() {
        Rule rule = Board.rule("stage-sum", "stages=2");
        assertThat(rule.refuses(stage(2, "10:00"))).isEmpty();
        assertThat(rule.refuses(stage(3, "10:00"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.TIME, "10:00"))).isPresent();
    }
}
