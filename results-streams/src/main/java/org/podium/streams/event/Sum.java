package org.podium.streams.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.PhaseTakes;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.rank.Rule;
import org.podium.streams.rank.Score;

/**
 * What a competitor brings from unit to unit into a phase that adds up: one score for each unit, at the unit's point. A
 * mark goes in as what it is, or as points where the phase's rule takes no such kind.
 */
final class Sum {

    private final PhasePlan plan;
    private final Rule rule;
    private final List<Score> scores = new ArrayList<>();
    private final Map<String, Irm> pointIrms = new HashMap<>();
    private @Nullable Irm irm;
    private @Nullable Performance first;

    Sum(PhasePlan plan, Rule rule) {
        this.plan = plan;
        this.rule = rule;
    }

    void add(String point, UnitStanding.Line line) {
        if (first == null) {
            first = line.performance();
        }
        RankedLine ranked = line.ranked();
        Irm borne = ranked.irm();
        if (borne != null && plan.irmsOfPhase().contains(borne)) {
            irm = borne;
        } else if (borne != null) {
            pointIrms.put(point, borne);
        }
        if (plan.takes() == PhaseTakes.RANK) {
            if (ranked.rank() != null) {
                scores.add(score(MarkKind.PLACE, point, Quantity.ofWhole(ranked.rank())));
            }
        } else if (ranked.mark() != null) {
            marked(ranked.resultType(), point, ranked.mark()).ifPresent(scores::add);
        }
    }

    private Optional<Score> marked(MarkKind kind, String point, Quantity mark) {
        Score own = score(kind, point, mark);
        if (rule.refuses(own).isEmpty()) {
            return Optional.of(own);
        }
        Score points = score(MarkKind.POINTS, point, mark);
        return rule.refuses(points).isEmpty() ? Optional.of(points) : Optional.empty();
    }

    private static Score score(MarkKind kind, String point, Quantity value) {
        return new Score(kind, point, 0, Outcome.VALID, value, Map.of());
    }

    Performance performance() {
        Performance start = Objects.requireNonNull(first);
        return new Performance(start.competitor(), start.startOrder(), start.lot(), scores, irm, pointIrms);
    }
}
