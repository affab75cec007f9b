package org.podium.gateway.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.podium.model.id.Rsc;
import org.podium.model.wire.Entry;
import org.podium.model.wire.UnitDefinition;

/** A unit that has no result yet: version 0, with its expected competitors as lines that have no rank. */
public final class DefinitionDocument {

    private DefinitionDocument() {}

    /** Everything that is known of the unit. */
    public static byte[] full(UnitDefinition definition) {
        return Json.bytes(json -> {
            json.writeStartObject();
            head(json, definition);
            json.writeArrayFieldStart("lines");
            List<Entry> entries = definition.getEntries();
            for (int i = 0; i < entries.size(); i++) {
                entry(json, entries.get(i), i + 1);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** What a list of units shows of it. */
    public static byte[] summary(UnitDefinition definition) {
        return Json.bytes(json -> {
            json.writeStartObject();
            head(json, definition);
            json.writeNumberField("competitors", definition.getEntries().size());
            json.writeEndObject();
        });
    }

    private static void head(JsonGenerator json, UnitDefinition definition) throws IOException {
        UnitHead head = new UnitHead(
                definition.getCompetition(),
                Rsc.parse(definition.getUnit()),
                0,
                definition.getDisciplineName(),
                definition.getEventName(),
                definition.getUnitName(),
                definition.getVenue(),
                definition.getVenueName(),
                definition.getScheduledStart(),
                definition.getMedalEvent());
        head.write(json, null, null);
    }

    private static void entry(JsonGenerator json, Entry entry, int sortOrder) throws IOException {
        json.writeStartObject();
        json.writeStringField("competitor", entry.getCompetitor());
        json.writeStringField("name", entry.getName());
        json.writeStringField("organisation", entry.getOrganisation());
        Json.name(json, "type", entry.getType());
        Json.texts(json, "members", entry.getMembers());
        Json.number(json, "startOrder", entry.getStartOrder());
        Json.text(json, "bib", entry.getBib());
        json.writeNumberField("sortOrder", sortOrder);
        json.writeEndObject();
    }
}
