package org.podium.lab.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.Entry;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.UnitDefinition;

/** Reads a unit's definition from JSON with the field names of {@link UnitDefinition}. */
final class DefinitionJson {

    private DefinitionJson() {}

    static UnitDefinition read(JsonNode json) {
        Map<String, String> parameters = new TreeMap<>();
        json.required("rule")
                .required("parameters")
                .properties()
                .forEach(parameter ->
                        parameters.put(parameter.getKey(), parameter.getValue().asText()));
        return UnitDefinition.newBuilder()
                .setCompetition(text(json, "competition"))
                .setUnit(text(json, "unit"))
                .setFeed(FeedFlag.valueOf(text(json, "feed")))
                .setDisciplineName(text(json, "disciplineName"))
                .setEventName(text(json, "eventName"))
                .setUnitName(text(json, "unitName"))
                .setVenue(text(json, "venue"))
                .setVenueName(text(json, "venueName"))
                .setSource(text(json, "source"))
                .setScheduledStart(Instant.parse(text(json, "scheduledStart")))
                .setRule(new RankingRule(text(json.required("rule"), "name"), parameters))
                .setMedalEvent(json.required("medalEvent").asBoolean())
                .setMedals(json.required("medals")
                        .valueStream()
                        .map(JsonNode::asInt)
                        .toList())
                .setEntries(json.required("entries")
                        .valueStream()
                        .map(DefinitionJson::entry)
                        .toList())
                .build();
    }

    static Entry entry(JsonNode json) {
        List<String> members =
                json.path("members").valueStream().map(JsonNode::asText).toList();
        return Entry.newBuilder()
                .setCompetitor(text(json, "competitor"))
                .setName(text(json, "name"))
                .setOrganisation(text(json, "organisation"))
                .setType(json.has("type") ? CompetitorType.valueOf(text(json, "type")) : CompetitorType.PERSON)
                .setStartOrder(json.has("startOrder") ? json.get("startOrder").asInt() : null)
                .setBib(json.has("bib") ? json.get("bib").asText() : null)
                .setMembers(members)
                .build();
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }
}
