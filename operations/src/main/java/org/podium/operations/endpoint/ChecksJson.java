package org.podium.operations.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.podium.operations.endpoint.Checks.Check;

/** The JSON form of what checks say. */
final class ChecksJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ChecksJson() {}

    static String write(boolean up, Map<String, Check> checks) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("status", word(up));
            json.writeArrayFieldStart("checks");
            for (Map.Entry<String, Check> check : checks.entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", check.getKey());
                json.writeStringField("status", word(check.getValue().passes()));
                json.writeStringField("detail", check.getValue().sentence());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return text.toString();
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
