package org.podium.streams.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.Rsc;
import org.podium.streams.validate.Starter;

/** Fills places on start lists from units and phases that came before. */
final class Draw {

    private final Map<Rsc, UnitStanding> units;
    private final Map<String, PhaseStanding> phases;

    Draw(Map<Rsc, UnitStanding> units, Map<String, PhaseStanding> phases) {
        this.units = units;
        this.phases = phases;
    }

    /** What fills the places of a unit, in their order. */
    List<Fill> of(PhasePlan.UnitPlan unit) {
        return unit.slots().stream().map(this::fill).toList();
    }

    private Fill fill(Slot slot) {
        return switch (slot.from()) {
            case Origin.OfUnit(Rsc rsc) -> ofUnit(slot, units.getOrDefault(rsc, UnitStanding.UNKNOWN));
            case Origin.OfPhase(String code, String group) -> ofPhase(slot, phases.get(code), group);
        };
    }

    private static Fill ofUnit(Slot slot, UnitStanding unit) {
        Map<CompetitorId, Starter> starters = unit.starters();
        return new Fill(
                slot.startOrder(),
                unit.at(slot.place())
                        .map(line -> starters.get(line.competitor()))
                        .orElse(null),
                List.copyOf(starters.values()));
    }

    private static Fill ofPhase(Slot slot, @Nullable PhaseStanding phase, String group) {
        if (phase == null) {
            return new Fill(slot.startOrder(), null, List.of());
        }
        return new Fill(
                slot.startOrder(),
                phase.at(group, slot.place()).map(Row::starter).orElse(null),
                phase.rows().stream().map(Row::starter).toList());
    }
}
