package org.podium.venue.ndjson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.OrganisationCode;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.Entry;

/** A competitor on a start list or among the entries of a unit. */
final class EntryJson {

    private static final int MOST_STARTERS = 9_999;

    private EntryJson() {}

    static Entry read(Fields fields) {
        return Entry.newBuilder()
                .setCompetitor(fields.text("competitor", Reason.INVALID_ID, CompetitorId::parse))
                .setName(fields.text("name", Reason.INVALID_TEXT, Grammar::filled))
                .setOrganisation(fields.text("organisation", Reason.INVALID_ID, OrganisationCode::parse))
                .setType(fields.wordOr(CompetitorType.PERSON, "type", CompetitorType.class, CompetitorType.UNKNOWN))
                .setStartOrder(number(fields, "startOrder"))
                .setBib(fields.optionalText("bib", Reason.INVALID_TEXT, Grammar::filled))
                .setLot(number(fields, "lot"))
                .setMembers(fields.texts("members", Grammar::filled))
                .build();
    }

    private static @Nullable Integer number(Fields fields, String name) {
        Long number = fields.optionalWhole(name, 1, MOST_STARTERS);
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    /** Notes a competitor who stands twice on a list. */
    static void refuseRepeated(Fields fields, String name, @Nullable List<Entry> entries) {
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries == null ? List.<Entry>of() : entries) {
            if (!entry.getCompetitor().isEmpty() && !seen.add(entry.getCompetitor())) {
                fields.note(
                        Reason.REPEATED_COMPETITOR,
                        name,
                        "competitor %s stands twice on this list; leave the line that is meant"
                                .formatted(entry.getCompetitor()));
            }
        }
    }

    static void print(JsonGenerator json, List<Entry> entries) throws IOException {
        json.writeStartArray();
        for (Entry entry : entries) {
            json.writeStartObject();
            json.writeStringField("competitor", entry.getCompetitor());
            json.writeStringField("name", entry.getName());
            json.writeStringField("organisation", entry.getOrganisation());
            if (entry.getType() != CompetitorType.PERSON) {
                json.writeStringField("type", entry.getType().name());
            }
            printNumber(json, "startOrder", entry.getStartOrder());
            if (entry.getBib() != null) {
                json.writeStringField("bib", entry.getBib());
            }
            printNumber(json, "lot", entry.getLot());
            if (!entry.getMembers().isEmpty()) {
                json.writeArrayFieldStart("members");
                for (String member : entry.getMembers()) {
                    json.writeString(member);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void printNumber(JsonGenerator json, String name, @Nullable Integer number) throws IOException {
        if (number != null) {
            json.writeNumberField(name, number);
        }
    }
}
