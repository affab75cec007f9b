package org.podium.streams.rank;

import java.util.List;
import java.util.Optional;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code stage-sum}: the times of several stages or runs added up; the least wins, among those who have completed most
 * stages.
 *
 * <p>Takes {@code TIME} and {@code PLACE} at {@code S1}, {@code S2} ... Each stage counts cut to
 * {@code shown-decimals}. Between equals the fractions that were cut decide, then the sum of places, then the place in
 * the last stage.
 *
 * <p>Source: UCI Cycling Regulations 2.6.014 and 2.6.015 (general classification): the return of the fractions is
 * confirmed, the places after it are from memory.
 */
final class StageSum implements Rule, Ranking.Measure {

    static final String NAME = "stage-sum";

    private final MarkText text;
    private final int stages;
    private final Plausible plausible;
    private final Ranking ranking;

    private StageSum(MarkText text, int stages, Plausible plausible, Ranking ranking) {
        this.text = text;
        this.stages = stages;
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        MarkText text = MarkText.time(parameters.whole("shown-decimals", 0, 0, 6), false);
        return new StageSum(
                text,
                parameters.whole("stages", 99, 1, 99),
                Plausible.read(parameters),
                Ranking.read(parameters, MarkKind.TIME, text));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        int completed = 0;
        long shown = 0;
        long exact = 0;
        long places = 0;
        int lastStage = 0;
        long lastPlace = Standing.NONE;
        for (Score score : performance.scores()) {
            Quantity value = score.value();
            int stage = stage(score);
            if (stage == 0 || value == null || score.outcome() != Outcome.VALID) {
                continue;
            }
            if (score.kind() == MarkKind.TIME) {
                completed++;
                shown += text.shown(value);
                exact += value.millionths();
            } else if (score.kind() == MarkKind.PLACE) {
                places += value.millionths();
                if (stage > lastStage) {
                    lastStage = stage;
                    lastPlace = value.millionths();
                }
            }
        }
        if (completed == 0) {
            return Standing.pending(performance);
        }
        return Standing.ranked(performance, text.exact(shown), -completed, shown, exact, places, lastPlace);
    }

    /** Number of the stage that the point names; 0 when it names none. */
    private int stage(Score score) {
        int stage = Scores.number(score.point(), 'S');
        return stage <= stages ? stage : 0;
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        return switch (index) {
            case 0 -> DecidedBy.LAPS;
            case 1 -> DecidedBy.MARK;
            case 2 -> DecidedBy.THOUSANDTHS;
            case 3 -> DecidedBy.BEST_PLACES;
            default -> DecidedBy.LAST_RACE;
        };
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        if (stage(score) == 0 || score.attempt() != 0) {
            return wrongKind(score);
        }
        return switch (score.kind()) {
            case TIME -> Plausible.refusesUnlessPositive(score).or(() -> plausible.refusesPart(score));
            case PLACE -> Plausible.refusesUnlessCounted(score);
            default -> wrongKind(score);
        };
    }

    private Optional<Refusal> wrongKind(Score score) {
        return Plausible.wrongKind(score, NAME, "TIME and PLACE at S1 to S" + stages);
    }
}
