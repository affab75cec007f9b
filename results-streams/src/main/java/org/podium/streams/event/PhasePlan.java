package org.podium.streams.event;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.Rsc;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Irm;
import org.podium.model.wire.PhaseTakes;
import org.podium.model.wire.QualifyBy;
import org.podium.streams.rank.Pool;
import org.podium.streams.rank.Rule;

/**
 * A phase as it was defined.
 *
 * @param officialOnly true where units count only when they are official
 * @param irmsOfPhase IRMs that a unit gives for the whole phase
 * @param awarded decisions of the organiser by competitor; an empty mark takes away
 */
record PhasePlan(
        String code,
        String name,
        List<UnitPlan> units,
        boolean officialOnly,
        PhaseTakes takes,
        Ranked ranked,
        Set<Irm> irmsOfPhase,
        List<Cut> cuts,
        Map<CompetitorId, String> awarded) {

    /** How the phase is ranked. */
    sealed interface Ranked {

        /** Not at all: each unit stands for itself. */
        record Not() implements Ranked {}

        record ByRule(Rule rule) implements Ranked {}

        record AsPool(Pool pool) implements Ranked {}
    }

    /**
     * A unit of the phase.
     *
     * @param point of the phase's rule that its mark or rank goes to
     * @param group empty for the phase's one group
     * @param bye true where nobody plays
     */
    record UnitPlan(Rsc unit, String point, String group, boolean bye, List<Slot> slots) {}

    /**
     * A rule about who goes on.
     *
     * @param allOfTied true where all who share the last place go on
     * @param standard mark to be reached; null for the other kinds
     * @param decider unit whose ranks decide between those who share the last place; null when there is none
     */
    record Cut(
            String mark,
            QualifyBy by,
            int count,
            boolean allOfTied,
            @Nullable Quantity standard,
            @Nullable Rsc decider) {}

    /** True where each unit is a group of its own. */
    boolean groupsByUnit(UnitPlan unit) {
        return takes == PhaseTakes.SCORES
                && !(ranked instanceof Ranked.AsPool)
                && unit.group().isEmpty();
    }

    /** What tells the groups of the phase apart: the group's name, or the unit's RSC where it is one by itself. */
    String cell(UnitPlan unit) {
        return groupsByUnit(unit) ? unit.unit().value() : unit.group();
    }
}
