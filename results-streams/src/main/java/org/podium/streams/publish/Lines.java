package org.podium.streams.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Component;
import org.podium.model.wire.Mark;
import org.podium.model.wire.Medal;
import org.podium.model.wire.ResultLine;
import org.podium.streams.fold.UnitView;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.rank.Rule;
import org.podium.streams.rank.Score;
import org.podium.streams.validate.Starter;

/** The lines of a result, in sort order. */
final class Lines {

    private static final List<Medal> MEDALS = List.of(Medal.ME_GOLD, Medal.ME_SILVER, Medal.ME_BRONZE);

    private Lines() {}

    /**
     * Ranks the unit.
     *
     * @param medals which medals the ranks from 1 on give, 1 to 3, 0 for none; empty while none are given
     */
    static List<ResultLine> of(UnitView view, Rule rule, List<Integer> medals) {
        Map<CompetitorId, Performance> performances = new HashMap<>();
        view.performances().forEach(performance -> performances.put(performance.competitor(), performance));
        return rule.rank(view.performances()).stream()
                .map(line -> line(
                        line,
                        Objects.requireNonNull(view.starters().get(line.competitor())),
                        Objects.requireNonNull(performances.get(line.competitor())),
                        medals))
                .toList();
    }

    private static ResultLine line(RankedLine line, Starter starter, Performance performance, List<Integer> medals) {
        Quantity mark = line.mark();
        return new ResultLine(
                line.competitor().value(),
                starter.name(),
                starter.organisation().value(),
                starter.type(),
                starter.members(),
                starter.startOrder(),
                starter.bib(),
                line.sortOrder(),
                line.rank(),
                line.rankEqual(),
                line.resultType(),
                mark == null ? null : mark.millionths(),
                line.text(),
                line.irm(),
                line.diff(),
                line.qualification(),
                line.decision(),
                line.decidedBy(),
                medal(line.rank(), medals),
                List.of(),
                performance.scores().stream()
                        .map(score -> mark(line.competitor(), score))
                        .toList(),
                new TreeMap<>(performance.pointIrms())
                        .entrySet().stream()
                                .map(irm -> irm.getKey() + "=" + irm.getValue())
                                .toList());
    }

    private static @Nullable Medal medal(@Nullable Integer rank, List<Integer> medals) {
        if (rank == null || rank > medals.size()) {
            return null;
        }
        int medal = medals.get(rank - 1);
        return medal == 0 ? null : MEDALS.get(medal - 1);
    }

    private static Mark mark(CompetitorId competitor, Score score) {
        Quantity value = score.value();
        return new Mark(
                competitor.value(),
                score.kind(),
                score.point(),
                score.attempt(),
                score.outcome(),
                value == null ? null : value.millionths(),
                new TreeMap<>(score.components())
                        .entrySet().stream()
                                .map(part -> new Component(
                                        part.getKey(), part.getValue().millionths()))
                                .toList());
    }
}
