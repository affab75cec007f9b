package org.podium.venue.ndjson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.SourceId;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.Entry;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.UnitDefinition;

/**
 * Definitions of units as JSON, with the field names of {@link UnitDefinition}. Whether a rule has the parameters given
 * is judged by the pipeline. {@link #print} writes what {@link #parse} reads.
 */
public final class UnitDefinitions {

    private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private UnitDefinitions() {}

    /** The definition on a line, or why there is none. */
    public static ParsedLine<UnitDefinition> parse(String line, long lineNumber) {
        try {
            return new ParsedLine.Read<>(
                    lineNumber, Fields.read(JsonText.parse(line), "", UnitDefinitions::definition));
        } catch (Refusal refusal) {
            return refusal.on(lineNumber);
        }
    }

    /** The definition that a whole file holds, which may have any number of lines. */
    public static ParsedLine<UnitDefinition> parse(String file) {
        return parse(file, 1);
    }

    private static UnitDefinition definition(Fields fields) {
        List<Entry> entries = fields.optionalObjects("entries", EntryJson::read);
        return UnitDefinition.newBuilder()
                .setCompetition(fields.text("competition", CompetitionCode::parse))
                .setUnit(fields.text("unit", Rsc::parse))
                .setFeed(fields.wordOr("feed", FeedFlag.class, FeedFlag.PRODUCTION))
                .setDisciplineName(fields.text("disciplineName"))
                .setEventName(fields.text("eventName"))
                .setUnitName(fields.text("unitName"))
                .setVenue(fields.text("venue", VenueCode::parse))
                .setVenueName(fields.text("venueName"))
                .setSource(fields.text("source", SourceId::parse))
                .setScheduledStart(fields.parsed("scheduledStart", Moments::parse))
                .setScheduledEnd(fields.optionalParsed("scheduledEnd", Moments::parse))
                .setRule(fields.object("rule", UnitDefinitions::rule))
                .setMedalEvent(fields.flagOr("medalEvent", false))
                .setMedals(fields.intsOrEmpty("medals", 1, 3))
                .setEntries(entries == null ? List.of() : entries)
                .build();
    }

    private static RankingRule rule(Fields fields) {
        Map<String, String> parameters =
                new TreeMap<>(fields.namesOrEmpty("parameters", UnitDefinitions::kebabCase, text -> text));
        return new RankingRule(fields.text("name", UnitDefinitions::kebabCase), parameters);
    }

    private static String kebabCase(String text) {
        if (!PARAMETER.matcher(text).matches()) {
            throw new IllegalArgumentException("'%s' is not a name of small letters and '-', such as shown-decimals"
                    .formatted(Fields.abbreviate(text)));
        }
        return text;
    }

    /** The definition as one line, without the line's end. */
    public static String print(UnitDefinition definition) {
        ObjectNode json = JsonText.newObject();
        json.put("competition", definition.getCompetition());
        json.put("unit", definition.getUnit());
        json.put("feed", definition.getFeed().name());
        json.put("disciplineName", definition.getDisciplineName());
        json.put("eventName", definition.getEventName());
        json.put("unitName", definition.getUnitName());
        json.put("venue", definition.getVenue());
        json.put("venueName", definition.getVenueName());
        json.put("source", definition.getSource());
        json.put("scheduledStart", text(definition.getScheduledStart()));
        if (definition.getScheduledEnd() != null) {
            json.put("scheduledEnd", text(definition.getScheduledEnd()));
        }
        ObjectNode rule = json.putObject("rule");
        rule.put("name", definition.getRule().getName());
        ObjectNode parameters = rule.putObject("parameters");
        new TreeMap<>(definition.getRule().getParameters()).forEach(parameters::put);
        json.put("medalEvent", definition.getMedalEvent());
        ArrayNode medals = json.putArray("medals");
        definition.getMedals().forEach(medals::add);
        EntryJson.print(definition.getEntries(), json.putArray("entries"));
        return JsonText.print(json);
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
