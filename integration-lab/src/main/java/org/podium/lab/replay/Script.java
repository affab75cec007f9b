package org.podium.lab.replay;

import java.util.List;
import org.podium.lab.recording.RecordedStep;
import org.podium.lab.recording.Recording;
import org.podium.model.wire.UnitDefinition;

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
}
