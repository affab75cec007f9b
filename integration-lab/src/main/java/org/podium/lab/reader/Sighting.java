package org.podium.lab.reader;

import java.time.Instant;
import java.util.List;
import org.podium.model.id.UnitKey;

/**
 * A version of a unit's result as a client saw it, as far as a count of versions needs it.
 *
 * @param unit which unit
 * @param version version of the result, 0 while there is only a definition
 * @param sequences of the venue events that this version is the first to show, in their order; none when a definition
 *     is behind it
 * @param earlier how many versions before it were not published, as it stands for them, too
 * @param lines all competitors when the result is official, otherwise none
 * @param official true when the officials have confirmed it
 * @param snapshot true when it came as part of a snapshot, not as an update
 * @param connectedAt when the client asked for the stream that it came on
 * @param arrived when it came
 */
public record Sighting(
        UnitKey unit,
        long version,
        List<Long> sequences,
        int earlier,
        List<SeenLine> lines,
        boolean official,
        boolean snapshot,
        Instant connectedAt,
        Instant arrived) {

    public Sighting {
        sequences = List.copyOf(sequences);
        lines = List.copyOf(lines);
    }

    static Sighting of(Frame.Head unit, SseEvent event, Instant connectedAt) {
        return new Sighting(
                UnitKey.of(unit.competition(), unit.unit()),
                unit.version(),
                unit.sequences(),
                unit.earlier(),
                unit.official() ? Frame.lines(event) : List.of(),
                unit.official(),
                event.name().equals("snapshot"),
                connectedAt,
                event.arrived());
    }
}
