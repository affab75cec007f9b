package org.podium.streams.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code judged-rounds}: rounds, dives, waves or runs scored by a panel of judges; the greatest total wins.
 *
 * <p>Takes {@code JUDGED} in attempts 1, 2, 3 ..., where the attempt is the round; its components are the judges'
 * scores {@code J1}, {@code J2} ..., the degree of difficulty {@code D} and penalty points {@code P}. A round is worth
 * (panel x D x {@code factor}) - P, or its own value where not all judges are known. A failed round is worth nothing. A
 * value without a round is a total whose rounds are not known.
 *
 * <p>{@code count} says which rounds make the total: {@code all}, or the best of each part as {@code best:2} or
 * {@code RUN:1,TRICK:2}, where a part other than {@code best} is the point of its rounds. {@code tie-break=best}
 * compares the rounds of each part from the best on.
 *
 * <p>Sources: World Aquatics, Diving Rules (seven judges, two highest and two lowest dropped; eleven judges for
 * synchronised diving, of whom three for each diver's execution and five for the synchronisation, a drop of one at each
 * end, x 0.6): confirmed in public accounts of the rules, the paragraphs' numbers not; equal totals share.
 * Skateboarding street in Paris 2024: best run and best two tricks, ties by the run, then by the best trick: confirmed
 * in press guides only. Surfing (best two waves) and BMX freestyle are not confirmed against a rulebook.
 */
final class JudgedRounds implements Rule, Ranking.Measure {

    static final String NAME = "judged-rounds";

    private static final Quantity HIGHEST_AWARD = Quantity.ofWhole(10);

    /** What decides between equal totals. */
    enum TieBreak {
        NONE,
        BEST
    }

    private final Panel panel;
    private final Quantity factor;
    private final Quantity highestAward;
    private final CountedRounds counted;
    private final boolean bestBreaksTies;
    private final Plausible plausible;
    private final Ranking ranking;

    private JudgedRounds(
            Panel panel,
            Quantity factor,
            Quantity highestAward,
            CountedRounds counted,
            boolean bestBreaksTies,
            Plausible plausible,
            Ranking ranking) {
        this.panel = panel;
        this.factor = factor;
        this.highestAward = highestAward;
        this.counted = counted;
        this.bestBreaksTies = bestBreaksTies;
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        int decimals = parameters.whole("shown-decimals", 2, 0, 6);
        return new JudgedRounds(
                Panel.read(parameters, decimals),
                parameters.quantity("factor", Quantity.ofWhole(1), Quantity.ofWhole(10)),
                parameters.quantity("highest-award", HIGHEST_AWARD, Quantity.ofWhole(100)),
                CountedRounds.read(parameters),
                parameters.choice("tie-break", TieBreak.NONE) == TieBreak.BEST,
                Plausible.read(parameters),
                Ranking.read(parameters, MarkKind.JUDGED, MarkText.decimal(decimals)));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        for (Score score : performance.scores()) {
            Quantity total = score.value();
            if (isTotal(score) && score.outcome() == Outcome.VALID && total != null) {
                return Standing.ranked(performance, total, -total.millionths());
            }
        }
        List<CountedRounds.Part> parts = counted.parts();
        long[] keys = new long[1 + performance.scores().size()];
        int used = 1;
        boolean judged = false;
        for (CountedRounds.Part part : parts) {
            int from = used;
            for (Score score : performance.scores()) {
                OptionalLong worth = part.holds(score) ? worth(score) : OptionalLong.empty();
                if (worth.isPresent()) {
                    keys[used++] = -worth.getAsLong();
                    judged = true;
                }
            }
            Arrays.sort(keys, from, used);
            int counting = Math.min(part.best(), used - from);
            for (int i = from; i < from + counting; i++) {
                keys[0] += keys[i];
            }
        }
        if (!judged) {
            return Standing.pending(performance);
        }
        Quantity total = new Quantity(-keys[0]);
        return Standing.ranked(performance, total, Arrays.copyOf(keys, bestBreaksTies ? used : 1));
    }

    private static boolean isTotal(Score score) {
        return score.kind() == MarkKind.JUDGED && score.point().isEmpty() && score.attempt() == 0;
    }

    /** What a round is worth in millionths of a point; empty while it is not known. */
    private OptionalLong worth(Score score) {
        if (score.kind() != MarkKind.JUDGED) {
            return OptionalLong.empty();
        }
        if (score.outcome() != Outcome.VALID) {
            return score.outcome() == Outcome.FAILED ? OptionalLong.of(0) : OptionalLong.empty();
        }
        OptionalLong judged = byJudges(score.components());
        Quantity value = score.value();
        return judged.isPresent() || value == null ? judged : OptionalLong.of(value.millionths());
    }

    private OptionalLong byJudges(Map<String, Quantity> components) {
        OptionalLong awards = panel.of(components);
        if (awards.isEmpty()) {
            return awards;
        }
        Quantity difficulty = components.get("D");
        Quantity penalty = components.get("P");
        long worth = times(awards.getAsLong(), factor);
        worth = difficulty == null ? worth : times(worth, difficulty);
        return OptionalLong.of(penalty == null ? worth : Math.max(0, worth - penalty.millionths()));
    }

    /** The product, or the greatest number where it is beyond any score: what {@link #refuses} lets in never is. */
    private static long times(long millionths, Quantity by) {
        long product = millionths * by.millionths();
        boolean overflows = Math.multiplyHigh(millionths, by.millionths()) != product >> 63;
        return overflows ? Long.MAX_VALUE / Quantity.ONE : product / Quantity.ONE;
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        return index == 0 ? DecidedBy.MARK : DecidedBy.NEXT_BEST;
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        if (isTotal(score)) {
            return Plausible.refusesNegative(score).or(() -> plausible.refusesFinal(score));
        }
        if (score.kind() != MarkKind.JUDGED || score.attempt() < 1 || !counted.holds(score)) {
            return Plausible.wrongKind(score, NAME, "JUDGED in rounds from 1 on" + counted.where());
        }
        for (Map.Entry<String, Quantity> component : score.components().entrySet()) {
            boolean aboveAll =
                    panel.judges(component.getKey()) && component.getValue().compareTo(highestAward) > 0;
            if (aboveAll || Plausible.isNoPart(component.getValue())) {
                return Plausible.implausiblePart(score, component.getKey());
            }
        }
        OptionalLong judged = score.outcome() == Outcome.VALID ? byJudges(score.components()) : OptionalLong.empty();
        Quantity value = score.value();
        if (judged.isEmpty()) {
            return Plausible.refusesNegative(score).or(() -> plausible.refusesPart(score));
        }
        if (value != null && !panel.mean() && value.millionths() != judged.getAsLong()) {
            return Plausible.implausible(
                    score, "not what its judges' scores give, " + new Quantity(judged.getAsLong()));
        }
        return plausible.refusesPart(score.valued(new Quantity(judged.getAsLong())));
    }
}
