package org.podium.lab.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.Irm;
import org.podium.model.wire.ResultStatus;

/**
 * A result as a client saw it.
 *
 * @param unit which unit
 * @param title discipline, event and unit, for people
 * @param version version of the result, 0 while there is only a definition
 * @param status result status; null before the first one
 * @param events venue events about this unit that this version is the first to show, in their order
 * @param earlier how many versions before it were left out, as it stands for them, too
 * @param flags flags of the result
 * @param lines all competitors, in sort order
 * @param text the whole document as it came
 * @param arrived when it came
 */
public record SeenResult(
        UnitKey unit,
        String title,
        long version,
        @Nullable ResultStatus status,
        List<Event> events,
        int earlier,
        List<String> flags,
        List<SeenLine> lines,
        String text,
        Instant arrived) {

    /** A venue event by what identifies it in its unit. */
    public record Event(String source, long sequence) {}

    static SeenResult of(JsonNode json, Instant arrived) {
        JsonNode change = json.path("change");
        return new SeenResult(
                UnitKey.of(text(json, "competition"), text(json, "unit")),
                String.join(" · ", text(json, "disciplineName"), text(json, "eventName"), text(json, "unitName")),
                json.required("version").asLong(),
                json.has("status") ? ResultStatus.valueOf(text(json, "status")) : null,
                events(change),
                change.path("earlier").size(),
                json.path("flags").valueStream().map(JsonNode::asText).toList(),
                json.required("lines").valueStream().map(SeenResult::line).toList(),
                json.toString(),
                arrived);
    }

    private static List<Event> events(JsonNode change) {
        List<Event> events = new ArrayList<>();
        change.path("earlier").forEach(earlier -> events.add(event(earlier)));
        if (isOwn(change, "source") && isOwn(change, "sequence")) {
            events.add(event(change));
        }
        return events;
    }

    private static Event event(JsonNode json) {
        return new Event(text(json, "source"), json.required("sequence").asLong());
    }

    /** A change that names a unit is of an event about that one. */
    private static boolean isOwn(JsonNode change, String field) {
        return change.has(field) && !change.has("unit");
    }

    static SeenLine line(JsonNode json) {
        return new SeenLine(
                CompetitorId.parse(text(json, "competitor")),
                text(json, "name"),
                text(json, "organisation"),
                json.has("rank") ? json.get("rank").asInt() : null,
                json.path("rankEqual").asBoolean(),
                json.has("irm") ? Irm.valueOf(text(json, "irm")) : null,
                json.path("text").asText());
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }

    /** True when the officials have confirmed it. */
    public boolean official() {
        return status == ResultStatus.OFFICIAL;
    }
}
