package org.podium.streams.rank;

import java.util.List;
import java.util.Optional;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code race-by-time}: the shortest time wins.
 *
 * <p>Takes {@code TIME} (the final mark), {@code SPLIT} at points of the course, {@code PLACE} (the order of finish or
 * of the photo finish) and {@code LAPS} (laps completed).
 *
 * <p>With {@code order=time}, times equal at {@code deciding-decimals} share the rank unless a place splits them. With
 * {@code order=place} (mass starts: road cycling, triathlon, marathon swimming, race walks) a given place decides
 * before any time, since the chips' times of a bunch are equal or even contradict the finish line.
 *
 * <p>Sources: World Athletics, Competition and Technical Rules, TR 19.24 (times read to 1/1000 s, shown rounded up to
 * 1/100 s) and TR 21.2 (ties decided on 1/1000 s); World Aquatics, SW 11 (the third decimal is neither recorded nor
 * used: {@code deciding-decimals=2}, {@code rounding=down}). The paragraphs' numbers are from memory and change between
 * editions.
 */
final class RaceByTime implements Rule, Ranking.Measure {

    static final String NAME = "race-by-time";

    /** What decides first. */
    enum Order {
        TIME,
        PLACE
    }

    /** How a time is brought to the decimals shown. */
    enum Rounding {
        UP,
        DOWN
    }

    private final Order order;
    private final MarkText shown;
    private final MarkText deciding;
    private final Plausible plausible;
    private final Ranking ranking;

    private RaceByTime(Order order, MarkText shown, MarkText deciding, Plausible plausible, Ranking ranking) {
        this.order = order;
        this.shown = shown;
        this.deciding = deciding;
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        boolean up = parameters.choice("rounding", Rounding.UP) == Rounding.UP;
        int shown = parameters.whole("shown-decimals", 2, 0, 6);
        int deciding = parameters.whole("deciding-decimals", Math.max(shown, 3), 0, 6);
        if (deciding < shown) {
            parameters.problem(
                    "deciding-decimals %d are fewer than shown-decimals %d: a difference that is shown decides"
                            .formatted(deciding, shown));
        }
        MarkText text = MarkText.time(parameters, shown, up);
        return new RaceByTime(
                parameters.choice("order", Order.TIME),
                text,
                MarkText.time(deciding, up),
                Plausible.read(parameters),
                Ranking.read(parameters, MarkKind.TIME, text));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        Quantity time = null;
        long place = Standing.NONE;
        long laps = 0;
        long splits = 0;
        long lastSplit = 0;
        for (Score score : performance.scores()) {
            Quantity value = score.value();
            if (value == null || score.outcome() != Outcome.VALID) {
                continue;
            }
            switch (score.kind()) {
                case TIME -> time = value;
                case PLACE -> place = value.millionths();
                case LAPS -> laps = value.millionths();
                case SPLIT -> {
                    splits++;
                    lastSplit = Math.max(lastSplit, value.millionths());
                }
                default -> {}
            }
        }
        boolean lapped = performance.irm() == Irm.LAP && laps > 0;
        if (performance.irm() == Irm.LAP) {
            time = null; // the moment at which a lapped rider was taken off the course is no time of the race
        }
        if (time == null && (order == Order.TIME || place == Standing.NONE) && !lapped) {
            return Standing.pending(performance, -splits, lastSplit);
        }
        long shownTime = time == null ? Standing.NONE : shown.shown(time);
        long decidingTime = time == null ? Standing.NONE : deciding.shown(time);
        long behind = time == null ? -laps : Long.MIN_VALUE;
        return order == Order.TIME
                ? Standing.ranked(performance, time, shownTime, decidingTime, behind, place)
                : Standing.ranked(performance, time, place, shownTime, decidingTime, behind);
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        if (order == Order.PLACE) {
            return switch (index) {
                case 0 -> above.key(1) < below.key(1) ? DecidedBy.MARK : DecidedBy.FINISH_ORDER;
                case 1 -> DecidedBy.MARK;
                case 2 -> DecidedBy.THOUSANDTHS;
                default -> DecidedBy.LAPS;
            };
        }
        return switch (index) {
            case 0 -> DecidedBy.MARK;
            case 1 -> DecidedBy.THOUSANDTHS;
            case 2 -> DecidedBy.LAPS;
            default -> DecidedBy.PHOTO_FINISH;
        };
    }

    @Override
    public long amongBarred(Performance performance) {
        return performance.irm() == Irm.LAP ? -Scores.value(performance, MarkKind.LAPS, "", 0) : 0;
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        boolean atFinish = score.point().isEmpty() && score.attempt() == 0;
        return switch (score.kind()) {
            case TIME -> {
                if (!atFinish) {
                    yield wrongKind(score);
                }
                Optional<Refusal> refusal = Plausible.refusesUnlessPositive(score);
                yield refusal.isPresent() ? refusal : plausible.refusesFinal(score);
            }
            case SPLIT -> score.point().isEmpty() ? wrongKind(score) : Plausible.refusesUnlessPositive(score);
            case PLACE, LAPS -> atFinish ? Plausible.refusesUnlessCounted(score) : wrongKind(score);
            default -> wrongKind(score);
        };
    }

    private static Optional<Refusal> wrongKind(Score score) {
        return Plausible.wrongKind(score, NAME, "TIME, PLACE and LAPS at the finish and SPLIT at a point");
    }
}
