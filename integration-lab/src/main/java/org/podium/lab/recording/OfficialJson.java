package org.podium.lab.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Medal;

/** Reads {@code official.json}; its fields are in {@code docs/recordings.md}. */
final class OfficialJson {

    private OfficialJson() {}

    static OfficialResult read(JsonNode json) {
        Map<Medal, List<CompetitorId>> medals = new EnumMap<>(Medal.class);
        json.path("medals")
                .properties()
                .forEach(medal -> medals.put(
                        Medal.valueOf("ME_" + medal.getKey().toUpperCase(Locale.ROOT)),
                        medal.getValue()
                                .valueStream()
                                .map(JsonNode::asText)
                                .map(CompetitorId::parse)
                                .toList()));
        JsonNode correction = json.path("afterCorrection");
        return new OfficialResult(
                json.required("title").asText(),
                json.required("kind").asText(),
                json.required("sources").valueStream().map(JsonNode::asText).toList(),
                json.required("known").asText(),
                ranks(json.required("ranks")),
                medals,
                correction.isMissingNode()
                        ? null
                        : new OfficialResult.Corrected(
                                correction.required("reason").asText(), ranks(correction.required("ranksBefore"))));
    }

    private static List<OfficialRank> ranks(JsonNode json) {
        return json.valueStream().map(OfficialJson::rank).toList();
    }

    private static OfficialRank rank(JsonNode json) {
        JsonNode rank = json.required("rank");
        JsonNode irm = json.required("irm");
        return new OfficialRank(
                CompetitorId.parse(json.required("competitor").asText()),
                rank.isNull() ? null : rank.asInt(),
                json.required("rankEqual").asBoolean(),
                irm.isNull() ? null : Irm.valueOf(irm.asText()),
                json.required("mark").asText(""));
    }
}
