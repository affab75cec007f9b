package org.podium.lab.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.podium.lab.recording.RecordedStep;
import org.podium.lab.recording.Recording;
import org.podium.model.wire.UnitDefinition;
import org.podium.streams.simulator.SimulatedUnit;

/**
 * What happens in one unit.
 *
 * @param definition its reference data
 * @param steps its venue and desk events, in order of time
 */
public record Script(UnitDefinition definition, List<RecordedStep> steps) {

    public Script {
        steps = List.copyOf(steps);
    }

    /** A recorded unit's script. */
    public static Script of(Recording recording) {
        return new Script(recording.definition(), recording.steps());
    }

    /**
     * A simulated unit's script.
     *
     * @param start venue time that its simulation began at
     */
    public static Script of(SimulatedUnit unit, Instant start) {
        return new Script(
                unit.definition(),
                unit.events().stream()
                        .map(event -> new RecordedStep(Duration.between(start, event.getVenueTime()), event))
                        .toList());
    }
}
