package org.podium.venue.ndjson;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** From text to one JSON object and back. */
final class JsonText {

    /** The format nests four deep: event, mark, components, value. */
    private static final int MAX_DEPTH = 16;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(LineSource.MAX_LINE_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    static ObjectNode newObject() {
        return JSON.createObjectNode();
    }

    static ObjectNode parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return object(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        JsonNode node;
        try {
            node = JSON.readTree(parser);
        } catch (MismatchedInputException e) {
            String name = parser.currentName();
            if (name == null) {
                throw notJson(e);
            }
            throw new Refusal(
                    name, LineProblem.DUPLICATE_FIELD, "'" + name + "' stands twice in the same object; leave one of them");
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal("", LineProblem.NOT_JSON, "a line has to be one JSON object, from { to }");
    }

    private static Refusal notJson(JacksonException e) {
        return new Refusal(
                "",
                LineProblem.NOT_JSON,
                "not one whole JSON object (%s, at character %d); write one object from { to } on one line"
                        .formatted(e.getOriginalMessage(), e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
    }

    static String print(ObjectNode object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON could not be printed", e);
        }
    }
}
