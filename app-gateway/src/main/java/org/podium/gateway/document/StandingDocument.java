package org.podium.gateway.document;

import org.podium.model.wire.MedalPart;
import org.podium.model.wire.MedalStanding;

/** An organisation's line of the medal table. */
public final class StandingDocument {

    private StandingDocument() {}

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
            if (!standing.getParts().isEmpty()) {
                json.writeArrayFieldStart("parts");
                for (MedalPart part : standing.getParts()) {
                    json.writeStartObject();
                    json.writeStringField("discipline", part.getDiscipline());
                    json.writeStringField("gender", part.getGender());
                    json.writeNumberField("gold", part.getGold());
                    json.writeNumberField("silver", part.getSilver());
                    json.writeNumberField("bronze", part.getBronze());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeNumberField("takenAt", standing.getTakenAt().toEpochMilli());
            json.writeEndObject();
        });
    }
}
