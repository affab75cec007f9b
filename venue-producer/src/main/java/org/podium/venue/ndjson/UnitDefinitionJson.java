package org.podium.venue.ndjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.SourceId;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.Entry;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.UnitDefinition;

/** Definitions of units as JSON objects, with the field names of {@link UnitDefinition}. */
public final class UnitDefinitionJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int BRONZE = 3;

    private UnitDefinitionJson() {}

    static UnitDefinition read(Fields fields) {
        List<Entry> entries = fields.objects("entries", EntryJson::read);
        EntryJson.refuseRepeated(fields, "entries", entries);
        RankingRule rule = fields.optionalObject("rule", RuleJson::read);
        return UnitDefinition.newBuilder()
                .setCompetition(fields.text("competition", Reason.INVALID_ID, CompetitionCode::parse))
                .setUnit(fields.text("unit", Reason.INVALID_RSC, Rsc::parse))
                .setFeed(fields.wordOr(FeedFlag.PRODUCTION, "feed", FeedFlag.class, FeedFlag.UNKNOWN))
                .setDisciplineName(fields.text("disciplineName", Reason.INVALID_TEXT, Grammar::filled))
                .setEventName(fields.text("eventName", Reason.INVALID_TEXT, Grammar::filled))
                .setUnitName(fields.text("unitName", Reason.INVALID_TEXT, Grammar::filled))
                .setVenue(fields.text("venue", Reason.INVALID_ID, VenueCode::parse))
                .setVenueName(fields.text("venueName", Reason.INVALID_TEXT, Grammar::filled))
                .setSource(fields.text("source", Reason.INVALID_ID, SourceId::parse))
                .setScheduledStart(
                        fields.parsed("scheduledStart", Reason.INVALID_TIME, Grammar::instant, Instant.EPOCH))
                .setScheduledEnd(
                        fields.optionalParsed("scheduledEnd", Reason.INVALID_TIME, Grammar::instant, Instant.EPOCH))
                .setRule(rule == null ? new RankingRule("", Map.of()) : rule)
                .setMedalEvent(fields.truthOr(false, "medalEvent"))
                .setMedals(fields.wholes("medals", 1, BRONZE))
                .setEntries(entries)
                .setPublishes(fields.wordOr(MarkKind.UNKNOWN, "publishes", MarkKind.class, MarkKind.UNKNOWN))
                .build();
    }

    /**
     * The definition as one line without its end; what is parsed from it is equal to the definition, if that is valid.
     */
    public static String print(UnitDefinition definition) {
        StringWriter line = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            print(json, definition);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return line.toString();
    }

    private static void print(JsonGenerator json, UnitDefinition definition) throws IOException {
        json.writeStartObject();
        json.writeStringField("competition", definition.getCompetition());
        json.writeStringField("unit", definition.getUnit());
        json.writeStringField("feed", definition.getFeed().name());
        json.writeStringField("disciplineName", definition.getDisciplineName());
        json.writeStringField("eventName", definition.getEventName());
        json.writeStringField("unitName", definition.getUnitName());
        json.writeStringField("venue", definition.getVenue());
        json.writeStringField("venueName", definition.getVenueName());
        json.writeStringField("source", definition.getSource());
        json.writeStringField("scheduledStart", definition.getScheduledStart().toString());
        if (definition.getScheduledEnd() != null) {
            json.writeStringField("scheduledEnd", definition.getScheduledEnd().toString());
        }
        if (!definition.getRule().getName().isEmpty()) {
            json.writeFieldName("rule");
            RuleJson.print(json, definition.getRule());
        }
        if (definition.getPublishes() != MarkKind.UNKNOWN) {
            json.writeStringField("publishes", definition.getPublishes().name());
        }
        json.writeBooleanField("medalEvent", definition.getMedalEvent());
        json.writeArrayFieldStart("medals");
        for (Integer medal : definition.getMedals()) {
            json.writeNumber(medal);
        }
        json.writeEndArray();
        json.writeFieldName("entries");
        EntryJson.print(json, definition.getEntries());
        json.writeEndObject();
    }
}
