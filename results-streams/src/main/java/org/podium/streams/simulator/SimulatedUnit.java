package org.podium.streams.simulator;

import java.util.List;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/**
 * A made-up unit.
 *
 * @param definition its reference data
 * @param events what its venue says, by sequence and by time, from the start list to the official result
 */
public record SimulatedUnit(UnitDefinition definition, List<VenueEvent> events) {

    public SimulatedUnit {
        events = List.copyOf(events);
    }
}
