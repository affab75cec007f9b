package org.podium.streams.rank;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * The part of ranking that is the same in every sport: sorts the standings, gives ranks, differences and what decided
 * each place, and puts those who bear an IRM last, with a rank where the sport gives them one.
 */
final class Ranking {

    /** What a rule says about one competitor at a time. */
    interface Measure {

        /** What the competitor achieved; its IRM, if any, is one that keeps its rank. */
        Standing measure(Performance performance);

        /** What decided between two competitors whose standings differ first at this index. */
        DecidedBy criterion(int index, Standing above, Standing below);

        /**
         * Numbers that order those who bear the same IRM, such as laps completed; the start order decides otherwise.
         */
        default long amongBarred(Performance performance) {
            return 0;
        }

        /** Decision shown for those whose IRM takes the rank away; null outside of matches. */
        default @Nullable Outcome decisionOfBarred() {
            return null;
        }
    }

    private final MarkKind resultType;
    private final MarkText text;
    private final Gap gap;
    private final IrmOrder irms;

    Ranking(MarkKind resultType, MarkText text, Gap gap, IrmOrder irms) {
        this.resultType = resultType;
        this.text = text;
        this.gap = gap;
        this.irms = irms;
    }

    /**
     * The ranking that the parameters common to all rules describe: {@code gap}, {@code irm-order}, {@code irm-ranked},
     * {@code irm-placed}.
     *
     * @param ranked IRMs that keep their rank in the sport, unless {@code irm-ranked} says otherwise
     */
    static Ranking read(Parameters parameters, MarkKind resultType, MarkText text, Irm... ranked) {
        return new Ranking(
                resultType,
                text,
                parameters.choice("gap", Gap.NONE),
                new IrmOrder(
                        parameters.irms("irm-order", List.of()),
                        parameters.irms("irm-ranked", List.of(ranked)),
                        parameters.irms("irm-placed", List.of())));
    }

    List<RankedLine> rank(List<Performance> performances, Measure measure, RankMemory memory) {
        return lines(memory.inOrder(performances, this, measure), measure);
    }

    /** What a performance is by the measure and its IRM. */
    Standing standing(Performance performance, Measure measure) {
        Irm irm = performance.irm();
        if (irm == null) {
            return measure.measure(performance);
        }
        if (irms.keepsRank(irm)) {
            Standing standing = measure.measure(performance);
            if (standing.tier == Standing.Tier.RANKED) {
                return standing;
            }
        }
        int position = irms.position(irm);
        long among = measure.amongBarred(performance);
        return irms.isPlaced(irm)
                ? Standing.placed(performance, measure.decisionOfBarred(), position, among)
                : Standing.barred(performance, measure.decisionOfBarred(), position, among);
    }

    private List<RankedLine> lines(Standing[] standings, Measure measure) {
        RankedLine[] lines = new RankedLine[standings.length];
        Quantity leading = standings.length > 0 && gap == Gap.FIRST ? standings[0].mark : null;
        boolean complete = isComplete(standings);
        int rank = 0;
        boolean sharesWithAbove = false;
        int fromAbove = 0;
        for (int i = 0; i < standings.length; i++) {
            Standing standing = standings[i];
            // Who ranks behind everyone has no rank before everyone else has finished.
            boolean ranked =
                    standing.tier == Standing.Tier.RANKED || (standing.tier == Standing.Tier.PLACED && complete);
            Standing below = i + 1 < standings.length ? standings[i + 1] : null;
            int fromBelow = below == null ? 0 : standing.firstDifferenceFromBelow(below);
            boolean sharesWithBelow = ranked && below != null && standing.tier == below.tier && fromBelow < 0;
            rank = sharesWithAbove ? rank : i + 1;
            lines[i] = standing.line(
                    i + 1,
                    ranked ? rank : 0,
                    sharesWithAbove || sharesWithBelow,
                    i == 0 ? null : leading,
                    i == 0 ? null : decidedBy(standings[i - 1], standing, fromAbove, measure),
                    resultType,
                    text);
            sharesWithAbove = sharesWithBelow;
            fromAbove = fromBelow;
        }
        return Collections.unmodifiableList(Arrays.asList(lines));
    }

    private static boolean isComplete(Standing[] standings) {
        for (Standing standing : standings) {
            if (standing.tier == Standing.Tier.PENDING) {
                return false;
            }
        }
        return true;
    }

    /** @param index at which the two differ first; -1 when they are equal */
    private static @Nullable DecidedBy decidedBy(Standing above, Standing below, int index, Measure measure) {
        if (below.tier == Standing.Tier.PENDING) {
            return null;
        }
        if (above.tier != below.tier) {
            return DecidedBy.IRM;
        }
        if (below.tier == Standing.Tier.RANKED) {
            return index < 0 ? DecidedBy.SHARED : measure.criterion(index, above, below);
        }
        return switch (index) {
            case 0 -> DecidedBy.IRM;
            case 1 -> DecidedBy.LAPS;
            default -> below.tier == Standing.Tier.PLACED ? DecidedBy.SHARED : DecidedBy.START_ORDER;
        };
    }
}
