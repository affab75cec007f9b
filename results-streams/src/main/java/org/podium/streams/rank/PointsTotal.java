package org.podium.streams.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code points-total}: points or strokes in rounds, series, shots or ends, added up.
 *
 * <p>Takes {@code POINTS} (or {@code STROKES}, with {@code kind=strokes}) at points and in attempts, which are added
 * up, or without either, which is then the total; and {@code PLACE} without a point, which decides between equals (a
 * shoot-off, a play-off). {@code better} says whether the greater or the smaller total wins. {@code tie-break} lists
 * components that decide between equals, added up over all scores; then the place; then, with {@code count-back=last},
 * the last series, the one before it, and so on.
 *
 * <p>Where the smaller total wins, sums of more series come first: a round that was not played yet must not count for
 * nothing.
 *
 * <p>With {@code elimination=yes} the IRM {@code EL} keeps its rank: eliminated competitors come after all others, who
 * lasted longer before who lasted less (finals of shooting).
 *
 * <p>Sources: ISSF General Technical Rules 6.15 (tie-breaking: the chapter is confirmed, its order of inner tens and
 * count-back from the last series is from memory); World Archery, Rules on ties of the ranking round (tens, then Xs:
 * from memory); golf strokes and their play-off: from memory. Equestrian penalties: {@code better=lower}.
 */
final class PointsTotal implements Rule, Ranking.Measure {

    static final String NAME = "points-total";

    /** Numbers before those of the components: eliminated or not, how many series where that matters, the total. */
    private static final int COMPONENTS = 3;

    /** What is counted. */
    enum Kind {
        POINTS,
        STROKES
    }

    /** Which total wins. */
    enum Better {
        HIGHER,
        LOWER
    }

    /** Whether earlier series decide between equals. */
    enum CountBack {
        NONE,
        LAST
    }

    /** Whether competitors are eliminated one after the other. */
    enum Elimination {
        NO,
        YES
    }

    private final MarkKind kind;
    private final boolean higher;
    private final boolean countBack;
    private final Components tieBreak;
    private final Plausible plausible;
    private final Ranking ranking;

    private PointsTotal(
            MarkKind kind,
            boolean higher,
            boolean countBack,
            Components tieBreak,
            Plausible plausible,
            Ranking ranking) {
        this.kind = kind;
        this.higher = higher;
        this.countBack = countBack;
        this.tieBreak = tieBreak;
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        boolean strokes = parameters.choice("kind", Kind.POINTS) == Kind.STROKES;
        MarkKind kind = strokes ? MarkKind.STROKES : MarkKind.POINTS;
        boolean eliminates = parameters.choice("elimination", Elimination.NO) == Elimination.YES;
        MarkText text = MarkText.decimal(parameters.whole("shown-decimals", 0, 0, 6));
        return new PointsTotal(
                kind,
                parameters.choice("better", strokes ? Better.LOWER : Better.HIGHER) == Better.HIGHER,
                parameters.choice("count-back", CountBack.NONE) == CountBack.LAST,
                Components.read(parameters, "tie-break", List.of()),
                Plausible.read(parameters),
                eliminates ? Ranking.read(parameters, kind, text, Irm.EL) : Ranking.read(parameters, kind, text));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        List<Score> scores = performance.scores();
        int place = COMPONENTS + tieBreak.size();
        long[] keys = new long[place + 1 + (countBack ? scores.size() : 0)];
        Arrays.fill(keys, COMPONENTS, keys.length, Standing.NONE);
        Quantity given = null;
        long sum = 0;
        int series = 0;
        for (int i = scores.size() - 1; i >= 0; i--) {
            Score score = scores.get(i);
            Quantity value = score.value();
            if (value == null || score.outcome() != Outcome.VALID) {
                continue;
            }
            if (score.kind() == MarkKind.PLACE) {
                keys[place] = value.millionths();
            } else if (score.kind() == kind) {
                tieBreak.add(score.components(), keys, COMPONENTS);
                if (isTotal(score)) {
                    given = value;
                } else {
                    sum += value.millionths();
                    series++;
                    if (countBack) {
                        keys[place + series] = better(value.millionths());
                    }
                }
            }
        }
        if (given == null && series == 0) {
            return Standing.pending(performance);
        }
        Quantity total = given == null ? new Quantity(sum) : given;
        boolean eliminated = performance.irm() == Irm.EL;
        keys[0] = eliminated ? 1 : 0;
        keys[1] = eliminated || (!higher && given == null) ? -series : 0;
        keys[2] = better(total.millionths());
        return Standing.ranked(performance, total, keys);
    }

    private long better(long value) {
        return higher ? -value : value;
    }

    private static boolean isTotal(Score score) {
        return score.point().isEmpty() && score.attempt() == 0;
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        if (index < COMPONENTS) {
            return below.performance.irm() == Irm.EL && index < COMPONENTS - 1
                    ? DecidedBy.FINISH_ORDER
                    : DecidedBy.MARK;
        }
        int component = index - COMPONENTS;
        if (component < tieBreak.size()) {
            return tieBreak.decides(component);
        }
        return component == tieBreak.size() ? DecidedBy.SHOOT_OFF : DecidedBy.LAST_RACE;
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        if (score.kind() == MarkKind.PLACE && isTotal(score)) {
            return Plausible.refusesUnlessCounted(score);
        }
        if (score.kind() != kind) {
            return Plausible.wrongKind(score, NAME, kind + ", and PLACE without a point between equals");
        }
        Optional<Refusal> refusal =
                kind == MarkKind.STROKES ? Plausible.refusesUnlessCounted(score) : Plausible.refusesMissing(score);
        return refusal.or(() -> isTotal(score) ? plausible.refusesFinal(score) : plausible.refusesPart(score));
    }
}
