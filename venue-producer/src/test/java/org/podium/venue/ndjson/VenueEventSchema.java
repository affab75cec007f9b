package org.podium.venue.ndjson;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The packaged JSON Schema, as a validator of another house reads it. */
final class VenueEventSchema {

    private static final String ID = "urn:podium:schema:venue-events";

    private final String text = text();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, text)));
    private final Schema events = registry.getSchema(SchemaLocation.of(ID));
    private final Schema definitions = registry.getSchema(SchemaLocation.of(ID + "#/$defs/unitDefinition"));

    private final Schema eventDefinitions = registry.getSchema(SchemaLocation.of(ID + "#/$defs/eventDefinition"));

    boolean refuses(String line) {
        return !problems(line).isEmpty();
    }

    List<Error> problems(String line) {
        return problems(events, line);
    }

    List<Error> problemsOfDefinition(String json) {
        return problems(definitions, json);
    }

    List<Error> problemsOfEventDefinition(String json) {
        return problems(eventDefinitions, json);
    }

    List<Error> problemsOfTheSchema() {
        return problems(registry.getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12)), text);
    }

    /** The words of an enum in the schema, in order, without null. */
    List<String> words(String pointer) {
        JsonNode words = events.getSchemaNode().at(pointer + "/enum");
        return words.valueStream()
                .filter(word -> !word.isNull())
                .map(JsonNode::stringValue)
                .toList();
    }

    private static List<Error> problems(Schema schema, String json) {
        return schema.validate(
                json,
                InputFormat.JSON,
                execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    static String text() {
        try (InputStream in = VenueEventJson.class.getResourceAsStream("venue-events.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
