package org.podium.streams.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts units and phases into an order in which each comes after those that it depends on. */
final class PlanOrder {

    /** What was found. */
    sealed interface Found {

        record InOrder(List<Origin> order) implements Found {}

        /**
         * There is none.
         *
         * @param through one that depends on itself
         */
        record Circle(String through) implements Found {}
    }

    private final Map<Origin, Set<Origin>> needs = new LinkedHashMap<>();
    private final Set<Origin> done = new LinkedHashSet<>();
    private final Set<Origin> open = new LinkedHashSet<>();

    private PlanOrder() {}

    static Found of(Map<String, PhasePlan> phases, List<EventPlan.Step> ranking) {
        PlanOrder order = new PlanOrder();
        phases.values().forEach(order::add);
        ranking.forEach(step -> order.needs.computeIfAbsent(step.from(), none -> new LinkedHashSet<>()));
        for (Origin origin : List.copyOf(order.needs.keySet())) {
            Origin circle = order.visit(origin);
            if (circle != null) {
                return new Found.Circle(circle.text());
            }
        }
        return new Found.InOrder(new ArrayList<>(order.done));
    }

    private void add(PhasePlan phase) {
        Set<Origin> ofPhase =
                needs.computeIfAbsent(new Origin.OfPhase(phase.code(), ""), none -> new LinkedHashSet<>());
        for (PhasePlan.UnitPlan unit : phase.units()) {
            Origin origin = new Origin.OfUnit(unit.unit());
            ofPhase.add(origin);
            Set<Origin> ofUnit = needs.computeIfAbsent(origin, none -> new LinkedHashSet<>());
            unit.slots().forEach(slot -> ofUnit.add(whole(slot.from())));
        }
        for (PhasePlan.Cut cut : phase.cuts()) {
            if (cut.decider() != null) {
                ofPhase.add(new Origin.OfUnit(cut.decider()));
            }
        }
    }

    private static Origin whole(Origin origin) {
        return origin instanceof Origin.OfPhase(String code, String ignored) ? new Origin.OfPhase(code, "") : origin;
    }

    /** One that depends on itself; null when there is none. The depth is bounded by the number of units. */
    private @Nullable Origin visit(Origin origin) {
        if (done.contains(origin)) {
            return null;
        }
        if (!open.add(origin)) {
            return origin;
        }
        for (Origin needed : needs.getOrDefault(origin, Set.of())) {
            Origin circle = visit(needed);
            if (circle != null) {
                return circle;
            }
        }
        done.add(origin);
        return null;
    }
}
