package org.podium.streams.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.EventKey;
import org.podium.model.id.Rsc;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.PlacedBy;

/**
 * A checked definition of an event.
 *
 * @param phases by code, in their order
 * @param ranking from the best part on
 * @param medals by rank, 1 gold to 3 bronze, 0 none; empty where units give the medals
 * @param order units and phases, each after those that it depends on
 * @param units all units in it
 * @param drawn units with places that others fill
 */
public record EventPlan(
        EventKey event,
        Map<String, PhasePlan> phases,
        List<Step> ranking,
        List<Integer> medals,
        List<Origin> order,
        Set<Rsc> units,
        Map<Rsc, PhasePlan.UnitPlan> drawn,
        EventDefinition message) {

    /**
     * A part of the event's ranking.
     *
     * @param then phase whose ranking decides between equals; null when they share
     */
    record Step(Origin from, PlacedBy by, @Nullable String then) {}

    static EventPlan of(
            EventKey event,
            Map<String, PhasePlan> phases,
            List<Step> ranking,
            List<Origin> order,
            EventDefinition message) {
        Set<Rsc> units = new HashSet<>();
        for (Origin origin : order) {
            if (origin instanceof Origin.OfUnit(Rsc unit)) {
                units.add(unit);
            }
        }
        Map<Rsc, PhasePlan.UnitPlan> drawn = new HashMap<>();
        phases.values().stream()
                .flatMap(phase -> phase.units().stream())
                .filter(unit -> !unit.slots().isEmpty())
                .forEach(unit -> drawn.put(unit.unit(), unit));
        return new EventPlan(event, phases, ranking, List.copyOf(message.getMedals()), order, units, drawn, message);
    }
}
