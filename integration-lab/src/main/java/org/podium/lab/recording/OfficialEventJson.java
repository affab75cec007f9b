package org.podium.lab.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.podium.model.id.CompetitorId;

/** Reads an event's {@code official.json}; its fields are in {@code docs/recordings.md}. */
final class OfficialEventJson {

    private OfficialEventJson() {}

    static OfficialEvent read(JsonNode json) {
        Map<String, Map<CompetitorId, String>> qualification = new HashMap<>();
        json.required("qualification").properties().forEach(phase -> {
            Map<CompetitorId, String> marks = new HashMap<>();
            phase.getValue()
                    .properties()
                    .forEach(mark -> mark.getValue()
                            .forEach(competitor -> marks.put(CompetitorId.parse(competitor.asText()), mark.getKey())));
            qualification.put(phase.getKey(), Map.copyOf(marks));
        });
        return new OfficialEvent(
                json.required("title").asText(),
                json.required("sources").valueStream().map(JsonNode::asText).toList(),
                json.required("known").asText(),
                qualification,
                json.required("ranking")
                        .valueStream()
                        .map(rank -> new OfficialEvent.Rank(
                                CompetitorId.parse(rank.required("competitor").asText()),
                                rank.required("rank").asInt(),
                                rank.required("rankEqual").asBoolean()))
                        .toList());
    }
}
