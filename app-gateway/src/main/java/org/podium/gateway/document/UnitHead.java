package org.podium.gateway.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.Rsc;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;

/** What a unit is called, where and when it is, and how far it has come: the start of each of its documents. */
record UnitHead(
        String competition,
        Rsc rsc,
        long version,
        String disciplineName,
        String eventName,
        String unitName,
        String venue,
        String venueName,
        Instant scheduledStart,
        boolean medalEvent) {

    void write(JsonGenerator json, @Nullable ResultStatus status, @Nullable ScheduleStatus scheduleStatus)
            throws IOException {
        json.writeStringField("competition", competition);
        json.writeStringField("unit", rsc.value());
        json.writeNumberField("version", version);
        json.writeStringField("event", rsc.event());
        json.writeStringField("discipline", rsc.discipline());
        json.writeStringField("disciplineName", disciplineName);
        json.writeStringField("eventName", eventName);
        json.writeStringField("unitName", unitName);
        json.writeStringField("venue", venue);
        json.writeStringField("venueName", venueName);
        json.writeStringField("scheduledStart", scheduledStart.toString());
        json.writeBooleanField("medalEvent", medalEvent);
        json.writeStringField("stage", Stage.of(status, scheduleStatus).word());
        Json.name(json, "status", status);
        Json.name(json, "scheduleStatus", scheduleStatus);
    }
}
