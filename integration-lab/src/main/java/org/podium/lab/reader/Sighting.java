package org.podium.lab.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.ResultStatus;

/**
 * A version of a unit's result as a client saw it, as far as a count of versions needs it.
 *
 * @param unit which unit
 * @param version version of the result, 0 while there is only a definition
 * @param sequence sequence of the venue event behind this version; null when a definition is
 * @param lines all competitors when the result is official, otherwise none
 * @param official true when the officials have confirmed it
 * @param snapshot true when it came as part of a snapshot, not as an update
 * @param connectedAt when the client asked for the stream that it came on
 * @param arrived when it came
 */
public record Sighting(
        UnitKey unit,
        long version,
        @Nullable Long sequence,
        List<SeenLine> lines,
        boolean official,
        boolean snapshot,
        Instant connectedAt,
        Instant arrived) {

    public Sighting {
        lines = List.copyOf(lines);
    }

    static Sighting of(JsonNode unit, boolean snapshot, Instant connectedAt, Instant arrived) {
        JsonNode change = unit.path("change");
        // A change that names a unit is of an event about that one.
        JsonNode sequence = change.has("unit") ? MissingNode.getInstance() : change.path("sequence");
        boolean official = unit.path("status").asText().equals(ResultStatus.OFFICIAL.name());
        return new Sighting(
                UnitKey.of(
                        unit.required("competition").asText(),
                        unit.required("unit").asText()),
                unit.required("version").asLong(),
                sequence.isIntegralNumber() ? sequence.asLong() : null,
                official
                        ? unit.required("lines")
                                .valueStream()
                                .map(SeenResult::line)
                                .toList()
                        : List.of(),
                official,
                snapshot,
                connectedAt,
                arrived);
    }
}
