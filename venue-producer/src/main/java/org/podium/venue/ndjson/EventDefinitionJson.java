package org.podium.venue.ndjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.podium.model.id.CompetitionCode;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.RankingStep;

/** Definitions of events as JSON objects, with the field names of {@link EventDefinition}. */
public final class EventDefinitionJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int BRONZE = 3;

    private EventDefinitionJson() {}

    static EventDefinition read(Fields fields) {
        return EventDefinition.newBuilder()
                .setCompetition(fields.text("competition", Reason.INVALID_ID, CompetitionCode::parse))
                .setEvent(fields.text("event", Reason.INVALID_RSC, Grammar::event))
                .setFeed(fields.wordOr(FeedFlag.PRODUCTION, "feed", FeedFlag.class, FeedFlag.UNKNOWN))
                .setDisciplineName(fields.text("disciplineName", Reason.INVALID_TEXT, Grammar::filled))
                .setEventName(fields.text("eventName", Reason.INVALID_TEXT, Grammar::filled))
                .setPhases(fields.objects("phases", PhaseJson::read))
                .setRanking(fields.objects("ranking", EventDefinitionJson::step))
                .setMedals(fields.wholes("medals", 0, BRONZE))
                .build();
    }

    private static RankingStep step(Fields fields) {
        return new RankingStep(
                fields.text("from", Reason.INVALID_TEXT, Grammar::filled),
                fields.wordOr(PlacedBy.RANK, "by", PlacedBy.class, PlacedBy.UNKNOWN),
                fields.optionalText("then", Reason.INVALID_TEXT, Grammar::phase));
    }

    /**
     * The definition as one line without its end; what is parsed from it is equal to the definition, if that is valid.
     */
    public static String print(EventDefinition definition) {
        StringWriter line = new StringWriter(1_024);
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            print(json, definition);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return line.toString();
    }

    private static void print(JsonGenerator json, EventDefinition definition) throws IOException {
        json.writeStartObject();
        json.writeStringField("competition", definition.getCompetition());
        json.writeStringField("event", definition.getEvent());
        json.writeStringField("feed", definition.getFeed().name());
        json.writeStringField("disciplineName", definition.getDisciplineName());
        json.writeStringField("eventName", definition.getEventName());
        json.writeArrayFieldStart("phases");
        for (Phase phase : definition.getPhases()) {
            PhaseJson.print(json, phase);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ranking");
        for (RankingStep step : definition.getRanking()) {
            json.writeStartObject();
            json.writeStringField("from", step.getFrom());
            json.writeStringField("by", step.getBy().name());
            if (step.getThen() != null) {
                json.writeStringField("then", step.getThen());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("medals");
        for (Integer medal : definition.getMedals()) {
            json.writeNumber(medal);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
