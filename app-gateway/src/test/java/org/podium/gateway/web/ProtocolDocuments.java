package org.podium.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The descriptions of the protocol for machines, as a validator of another house reads them. */
final class ProtocolDocuments {

    private static final Path DOCS = Path.of("..", "docs");
    private static final String REST = "urn:podium:openapi";
    private static final String STREAMS = "urn:podium:asyncapi";

    private final ObjectMapper mapper = new ObjectMapper();
    private final String openapi = read("openapi.json");
    private final String asyncapi = read("asyncapi.json");
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(REST, openapi, STREAMS, asyncapi)));

    private static String read(String name) {
        try {
            return Files.readString(DOCS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode openapi() throws IOException {
        return mapper.readTree(openapi);
    }

    JsonNode asyncapi() throws IOException {
        return mapper.readTree(asyncapi);
    }

    JsonNode parse(String json) throws IOException {
        return mapper.readTree(json);
    }

    /** What is wrong with a document of REST. */
    List<Error> problemsOfDocument(String schema, String json) {
        return problems(REST + "#/components/schemas/" + schema, json);
    }

    /** What is wrong with the data of a frame, or with a message of a reader. */
    List<Error> problemsOfMessage(String message, String json) {
        return problems(STREAMS + "#/components/messages/" + message + "/payload", json);
    }

    private List<Error> problems(String location, String json) {
        Schema schema = registry.getSchema(SchemaLocation.of(location));
        return schema.validate(
                json,
                InputFormat.JSON,
                execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
