package org.podium.gateway.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.Medallist;

/** What follows from results: medallists of an event and an organisation's line of the medal table. */
public final class StandingDocument {

    /** Discipline: the first characters of an event. */
    private static final int DISCIPLINE_END = 3;

    private StandingDocument() {}

    /** Medallists of an event. */
    public static byte[] of(EventResult event) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("competition", event.getCompetition());
            json.writeStringField("event", event.getEvent());
            json.writeNumberField("version", event.getVersion());
            json.writeStringField("discipline", event.getEvent().substring(0, DISCIPLINE_END));
            json.writeStringField("disciplineName", event.getDisciplineName());
            json.writeStringField("eventName", event.getEventName());
            json.writeNumberField("takenAt", event.getTakenAt().toEpochMilli());
            json.writeArrayFieldStart("medallists");
            for (Medallist medallist : event.getMedallists()) {
                medallist(json, medallist);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** An organisation's medals. */
    public static byte[] of(MedalStanding standing) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("competition", standing.getCompetition());
            json.writeStringField("organisation", standing.getOrganisation());
            json.writeNumberField("version", standing.getVersion());
            json.writeNumberField("gold", standing.getGold());
            json.writeNumberField("silver", standing.getSilver());
            json.writeNumberField("bronze", standing.getBronze());
            json.writeNumberField("total", standing.getGold() + standing.getSilver() + standing.getBronze());
            Json.number(json, "rank", standing.getRank());
            Json.yes(json, "rankEqual", standing.getRankEqual());
            json.writeNumberField("sortOrder", standing.getSortOrder());
            Json.number(json, "rankByTotal", standing.getRankByTotal());
            Json.yes(json, "rankByTotalEqual", standing.getRankByTotalEqual());
            json.writeNumberField("takenAt", standing.getTakenAt().toEpochMilli());
            json.writeEndObject();
        });
    }

    private static void medallist(JsonGenerator json, Medallist medallist) throws IOException {
        json.writeStartObject();
        Json.name(json, "medal", medallist.getMedal());
        json.writeStringField("competitor", medallist.getCompetitor());
        json.writeStringField("name", medallist.getName());
        json.writeStringField("organisation", medallist.getOrganisation());
        Json.texts(json, "members", medallist.getMembers());
        json.writeStringField("unit", medallist.getUnit());
        json.writeEndObject();
    }
}
