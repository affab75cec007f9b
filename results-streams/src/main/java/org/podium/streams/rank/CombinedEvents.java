package org.podium.streams.rank;

import java.util.List;
import java.util.Optional;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code combined-events}: decathlon and heptathlon; the marks of the single events become points by the table, and the
 * greatest total wins.
 *
 * <p>Takes each event's own kind of mark at its point, such as {@code TIME} at {@code 100M}, {@code DISTANCE} at
 * {@code LJ} and {@code HEIGHT} at {@code HJ}; or {@code POINTS} at the same point, which then count as they are. An
 * event without a mark is worth nothing (yet). {@code POINTS} without a point are a total whose events are not known.
 * Equal totals share.
 *
 * <p>Source: World Athletics, Competition and Technical Rules, TR 39 (combined events). That equal totals share is how
 * the current edition is remembered; older ones compared the number of events won, which could not be ruled out here.
 */
final class CombinedEvents implements Rule, Ranking.Measure {

    static final String NAME = "combined-events";

    /** More than the world record of any single event is worth, by some hundreds. */
    private static final long MOST_POINTS = 2_000;

    /** Point of a total whose events are not known. */
    private static final String TOTAL = "";

    private final PointsTable table;
    private final Plausible plausible;
    private final Ranking ranking;

    private CombinedEvents(PointsTable table, Plausible plausible, Ranking ranking) {
        this.table = table;
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        return new CombinedEvents(
                parameters.choice("table", PointsTable.DECATHLON),
                Plausible.read(parameters),
                Ranking.read(parameters, MarkKind.POINTS, MarkText.decimal(0)));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        long given = Scores.value(performance, MarkKind.POINTS, TOTAL, 0);
        if (given > 0) {
            return Standing.ranked(performance, new Quantity(given), -given);
        }
        long total = 0;
        boolean started = false;
        for (Score score : performance.scores()) {
            Quantity value = score.value();
            if (value == null || score.outcome() != Outcome.VALID) {
                continue;
            }
            PointsTable.Formula formula = table.of(score.point());
            if (score.kind() == MarkKind.POINTS) {
                total += value.millionths();
                started = true;
            } else if (formula != null && score.kind() == formula.kind() && !hasPoints(performance, score.point())) {
                total += formula.points(value) * Quantity.ONE;
                started = true;
            }
        }
        return started ? Standing.ranked(performance, new Quantity(total), -total) : Standing.pending(performance);
    }

    private static boolean hasPoints(Performance performance, String point) {
        for (Score score : performance.scores()) {
            if (score.kind() == MarkKind.POINTS
                    && score.outcome() == Outcome.VALID
                    && score.value() != null
                    && score.point().equals(point)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        return DecidedBy.MARK;
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        if (score.kind() == MarkKind.POINTS && score.point().equals(TOTAL) && score.attempt() == 0) {
            return Plausible.refusesUnlessPositive(score).or(() -> plausible.refusesFinal(score));
        }
        PointsTable.Formula formula = table.of(score.point());
        if (formula == null
                || score.attempt() != 0
                || (score.kind() != formula.kind() && score.kind() != MarkKind.POINTS)) {
            return Plausible.wrongKind(
                    score,
                    NAME,
                    "the mark or the POINTS of an event of the " + table.name() + " at its point, such as HJ");
        }
        return score.kind() == MarkKind.POINTS
                ? Plausible.refusesNegative(score).or(() -> plausible.refusesPart(score))
                : Plausible.refusesUnlessPositive(score).or(() -> refusesUnheardOf(score, formula));
    }

    private static Optional<Refusal> refusesUnheardOf(Score score, PointsTable.Formula formula) {
        Quantity value = score.value();
        return value != null && formula.points(value) > MOST_POINTS
                ? Plausible.implausible(score, "worth more than " + MOST_POINTS + " points")
                : Optional.empty();
    }
}
