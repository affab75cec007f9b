package org.podium.streams.rank;

import java.util.List;
import java.util.Optional;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code by-place}: the place that the judges at the finish gave is the rank's order; equal places share.
 *
 * <p>Takes {@code PLACE} without a point, and {@code TIME} to be shown among the details (BMX racing gives both, and a
 * rank to those who did not finish: {@code irm-ranked=DNF,DNS,REL}). A sailing race, a BMX run, an elimination race.
 *
 * <p>Source: none needed; the place is the venue's own decision.
 */
final class ByPlace implements Rule, Ranking.Measure {

    static final String NAME = "by-place";

    private final Ranking ranking;

    private ByPlace(Ranking ranking) {
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        return new ByPlace(Ranking.read(parameters, MarkKind.PLACE, MarkText.decimal(0)));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        for (Score score : performance.scores()) {
            Quantity value = score.value();
            if (score.kind() == MarkKind.PLACE && score.outcome() == Outcome.VALID && value != null) {
                return Standing.ranked(performance, value, value.millionths());
            }
        }
        return Standing.pending(performance);
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        return DecidedBy.FINISH_ORDER;
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        if (!score.point().isEmpty() || score.attempt() != 0) {
            return wrongKind(score);
        }
        return switch (score.kind()) {
            case PLACE -> Plausible.refusesUnlessCounted(score);
            case TIME -> Plausible.refusesUnlessPositive(score);
            default -> wrongKind(score);
        };
    }

    private static Optional<Refusal> wrongKind(Score score) {
        return Plausible.wrongKind(score, NAME, "PLACE, and TIME for information, without a point");
    }
}
