package org.podium.lab.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Component;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.IrmMark;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.VenueEvent;

/** Reads the venue events of a recording. */
final class EventsNdjson {

    private EventsNdjson() {}

    static List<VenueEvent> read(ObjectMapper json, String text) throws IOException {
        List<VenueEvent> events = new ArrayList<>();
        for (String line : text.lines().toList()) {
            events.add(event(json.readTree(line)));
        }
        return List.copyOf(events);
    }

    private static VenueEvent event(JsonNode json) {
        return VenueEvent.newBuilder()
                .setCompetition(json.required("competition").asText())
                .setFeed(FeedFlag.PRODUCTION)
                .setVenue(json.required("venue").asText())
                .setSource(json.required("source").asText())
                .setUnit(json.required("unit").asText())
                .setSequence(json.required("sequence").asLong())
                .setVenueTime(Instant.parse(json.required("venueTime").asText()))
                .setKind(EventKind.valueOf(json.required("kind").asText()))
                .setStartList(
                        json.has("startList")
                                ? json.get("startList")
                                        .valueStream()
                                        .map(DefinitionJson::entry)
                                        .toList()
                                : null)
                .setScheduleStatus(
                        json.has("scheduleStatus")
                                ? ScheduleStatus.valueOf(
                                        json.get("scheduleStatus").asText())
                                : null)
                .setResultStatus(
                        json.has("resultStatus")
                                ? ResultStatus.valueOf(json.get("resultStatus").asText())
                                : null)
                .setMark(json.has("mark") ? mark(json.get("mark")) : null)
                .setIrm(json.has("irm") ? irm(json.get("irm")) : null)
                .setAmends(json.has("amends") ? json.get("amends").asLong() : null)
                .setReason(text(json, "reason"))
                .build();
    }

    private static Mark mark(JsonNode json) {
        String value = text(json, "value");
        return Mark.newBuilder()
                .setCompetitor(json.required("competitor").asText())
                .setKind(MarkKind.valueOf(json.required("kind").asText()))
                .setPoint(json.path("point").asText(""))
                .setAttempt(json.path("attempt").asInt(0))
                .setOutcome(Outcome.valueOf(json.path("outcome").asText("VALID")))
                .setValue(value == null ? null : Quantity.parse(value).millionths())
                .setComponents(json.path("components").properties().stream()
                        .map(part -> new Component(
                                part.getKey(),
                                Quantity.parse(part.getValue().asText()).millionths()))
                        .toList())
                .build();
    }

    private static IrmMark irm(JsonNode json) {
        String irm = text(json, "irm");
        return new IrmMark(
                json.required("competitor").asText(),
                irm == null ? null : Irm.valueOf(irm),
                json.path("point").asText(""));
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
