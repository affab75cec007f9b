package org.podium.streams.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code judged-components}: one score made of parts, such as difficulty + execution - penalties; the greatest wins.
 *
 * <p>Takes {@code JUDGED} without a point, as the one score or in attempts, of which the {@code last}, the {@code best}
 * or the {@code mean} counts (a vault final). The score is the sum of the components in {@code plus} less those in
 * {@code minus}, or its own value where a component of {@code plus} is missing. {@code tie-break} lists the components
 * that decide between equals.
 *
 * <p>Source: FIG Technical Regulations, tie-breaking of apparatus finals: execution, then difficulty, else shared. The
 * order (execution first) is confirmed for other gymnastics disciplines in the FIG's own excerpts, for artistic
 * gymnastics only by results (two bronze medals on the horizontal bar in Paris 2024: equal in both).
 */
final class JudgedComponents implements Rule, Ranking.Measure {

    static final String NAME = "judged-components";

    private static final Pattern COMPONENT = Pattern.compile("[A-Z][A-Z0-9]{0,7}");

    /** Which of several attempts counts. */
    enum Of {
        LAST,
        BEST,
        MEAN
    }

    private final List<String> plus;
    private final List<String> minus;
    private final Components tieBreak;
    private final Of of;
    private final Plausible plausible;
    private final Ranking ranking;

    private JudgedComponents(
            List<String> plus, List<String> minus, Components tieBreak, Of of, Plausible plausible, Ranking ranking) {
        this.plus = plus;
        this.minus = minus;
        this.tieBreak = tieBreak;
        this.of = of;
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        return new JudgedComponents(
                parameters.list("plus", List.of("D", "E"), COMPONENT, "component names such as D"),
                parameters.list("minus", List.of("P"), COMPONENT, "component names such as P"),
                Components.read(parameters, "tie-break", List.of("E", "D")),
                parameters.choice("of", Of.LAST),
                Plausible.read(parameters),
                Ranking.read(
                        parameters, MarkKind.JUDGED, MarkText.decimal(parameters.whole("shown-decimals", 3, 0, 6))));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        long[] keys = keys();
        long sum = 0;
        int attempts = 0;
        boolean judged = false;
        for (Score score : performance.scores()) {
            OptionalLong worth = worth(score);
            if (worth.isEmpty()) {
                continue;
            }
            attempts++;
            sum += worth.getAsLong();
            if (of == Of.MEAN || of == Of.LAST || !judged || -worth.getAsLong() < keys[0]) {
                if (of != Of.MEAN) {
                    keys = keys();
                }
                keys[0] = of == Of.MEAN ? -sum / attempts : -worth.getAsLong();
                tieBreak.add(score.components(), keys, 1);
            }
            judged = true;
        }
        return judged ? Standing.ranked(performance, new Quantity(-keys[0]), keys) : Standing.pending(performance);
    }

    private long[] keys() {
        long[] keys = new long[1 + tieBreak.size()];
        Arrays.fill(keys, Standing.NONE);
        return keys;
    }

    private OptionalLong worth(Score score) {
        if (score.kind() != MarkKind.JUDGED) {
            return OptionalLong.empty();
        }
        if (score.outcome() != Outcome.VALID) {
            return score.outcome() == Outcome.FAILED ? OptionalLong.of(0) : OptionalLong.empty();
        }
        OptionalLong made = madeOf(score.components());
        Quantity value = score.value();
        return made.isPresent() || value == null ? made : OptionalLong.of(value.millionths());
    }

    private OptionalLong madeOf(Map<String, Quantity> components) {
        long sum = 0;
        for (String name : plus) {
            Quantity part = components.get(name);
            if (part == null) {
                return OptionalLong.empty();
            }
            sum += part.millionths();
        }
        for (String name : minus) {
            Quantity part = components.get(name);
            sum -= part == null ? 0 : part.millionths();
        }
        return OptionalLong.of(Math.max(0, sum));
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        return index == 0 ? DecidedBy.MARK : tieBreak.decides(index - 1);
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        if (score.kind() != MarkKind.JUDGED || !score.point().isEmpty()) {
            return Plausible.wrongKind(score, NAME, "JUDGED without a point");
        }
        for (Map.Entry<String, Quantity> component : score.components().entrySet()) {
            if (Plausible.isNoPart(component.getValue())) {
                return Plausible.implausiblePart(score, component.getKey());
            }
        }
        OptionalLong made = score.outcome() == Outcome.VALID ? madeOf(score.components()) : OptionalLong.empty();
        Quantity value = score.value();
        if (made.isPresent() && value != null && value.millionths() != made.getAsLong()) {
            return Plausible.implausible(score, "not what its components give, " + new Quantity(made.getAsLong()));
        }
        if (made.isPresent() && value == null) {
            return plausible.refusesFinal(score.valued(new Quantity(made.getAsLong())));
        }
        Optional<Refusal> refusal = Plausible.refusesNegative(score);
        return refusal.isPresent() ? refusal : plausible.refusesFinal(score);
    }
}
