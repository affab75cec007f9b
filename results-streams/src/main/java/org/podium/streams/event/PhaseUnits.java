package org.podium.streams.event;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.Rsc;
import org.podium.streams.validate.Starter;

/**
 * The units of a phase as they stand.
 *
 * @param standings of every unit of the event that is known
 */
record PhaseUnits(PhasePlan plan, Map<Rsc, UnitStanding> standings) {

    UnitStanding of(PhasePlan.UnitPlan unit) {
        return standings.getOrDefault(unit.unit(), UnitStanding.UNKNOWN);
    }

    /** Those that count, in the order of the definition. */
    List<PhasePlan.UnitPlan> counted() {
        return plan.units().stream()
                .filter(unit -> of(unit).counts(plan.officialOnly()))
                .toList();
    }

    /** Everybody who starts in any of them. */
    Map<CompetitorId, Starter> starters() {
        Map<CompetitorId, Starter> starters = new LinkedHashMap<>();
        plan.units().forEach(unit -> starters.putAll(of(unit).starters()));
        return starters;
    }

    /** True when nothing is open but corrections. */
    boolean isComplete() {
        return plan.units().stream().allMatch(unit -> of(unit).isSettled(plan.officialOnly()));
    }

    boolean isOfficial() {
        return plan.units().stream().allMatch(unit -> of(unit).isSettled(true));
    }

    /** Groups all of whose units count. */
    Set<String> completeCells() {
        Set<String> complete = new HashSet<>();
        plan.units().forEach(unit -> complete.add(plan.cell(unit)));
        plan.units().stream()
                .filter(unit -> !of(unit).isSettled(plan.officialOnly()))
                .forEach(unit -> complete.remove(plan.cell(unit)));
        return complete;
    }
}
