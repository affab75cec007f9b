package org.podium.streams.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code best-attempt}: the best of several attempts wins; the second best decides between equals, then the third best,
 * and so on.
 *
 * <p>Takes {@code DISTANCE} (or {@code TIME}, with {@code kind=time}) with the attempt's number; a mark without one is
 * a best whose attempt is not known. A failed or passed attempt has no value or one that does not count.
 *
 * <p>With {@code kind=time} the shortest counts (canoe slalom heats, qualification of speed climbing);
 * {@code next-best=no} lets equals share.
 *
 * <p>Source: World Athletics, Competition and Technical Rules, TR 25 (horizontal jumps and throws: "Ties", the
 * paragraph's number differs between editions). The rule was recomputed on the finals of the European Championships in
 * Rome 2024, where it gives every official rank.
 */
final class BestAttempt implements Rule, Ranking.Measure {

    static final String NAME = "best-attempt";

    /** What is measured. */
    enum Kind {
        DISTANCE,
        TIME
    }

    /** Whether the next best attempts decide between equals. */
    enum NextBest {
        YES,
        NO
    }

    private final MarkKind kind;
    private final int attempts;
    private final boolean nextBest;
    private final Plausible plausible;
    private final Ranking ranking;

    private BestAttempt(MarkKind kind, int attempts, boolean nextBest, Plausible plausible, Ranking ranking) {
        this.kind = kind;
        this.attempts = attempts;
        this.nextBest = nextBest;
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        boolean time = parameters.choice("kind", Kind.DISTANCE) == Kind.TIME;
        MarkKind kind = time ? MarkKind.TIME : MarkKind.DISTANCE;
        int decimals = parameters.whole("shown-decimals", 2, 0, 6);
        MarkText asTime = MarkText.time(parameters, decimals, true);
        return new BestAttempt(
                kind,
                parameters.whole("attempts", 6, 1, 99),
                parameters.choice("next-best", NextBest.YES) == NextBest.YES,
                Plausible.read(parameters),
                Ranking.read(parameters, kind, time ? asTime : MarkText.decimal(decimals)));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        long[] keys = new long[performance.scores().size()];
        int valid = 0;
        for (Score score : performance.scores()) {
            Quantity value = score.value();
            if (score.kind() == kind && score.outcome() == Outcome.VALID && value != null) {
                keys[valid++] = kind == MarkKind.TIME ? value.millionths() : -value.millionths();
            }
        }
        if (valid == 0) {
            return Standing.pending(performance);
        }
        Arrays.sort(keys, 0, valid);
        Quantity best = new Quantity(Math.abs(keys[0]));
        return Standing.ranked(performance, best, Arrays.copyOf(keys, nextBest ? valid : 1));
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        return index == 0 ? DecidedBy.MARK : DecidedBy.NEXT_BEST;
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        if (score.kind() != kind || !score.point().isEmpty() || score.attempt() > attempts) {
            return Plausible.wrongKind(
                    score, NAME, "%s without a point, in attempts up to %d".formatted(kind, attempts));
        }
        Optional<Refusal> refusal = Plausible.refusesUnlessPositive(score);
        return refusal.isPresent() ? refusal : plausible.refusesFinal(score);
    }
}
