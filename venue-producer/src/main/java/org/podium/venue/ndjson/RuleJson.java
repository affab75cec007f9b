package org.podium.venue.ndjson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.podium.model.wire.RankingRule;

/** A ranking rule of a unit or a phase. */
final class RuleJson {

    private RuleJson() {}

    static RankingRule read(Fields fields) {
        return new RankingRule(
                fields.text("name", Reason.INVALID_TEXT, Grammar::rule),
                fields.named("parameters", Grammar.KEBAB, Grammar.KEBAB_GRAMMAR, Reason.INVALID_TEXT, Grammar::filled));
    }

    static void print(JsonGenerator json, RankingRule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", rule.getName());
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> parameter : new TreeMap<>(rule.getParameters()).entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
