package org.podium.model.serde;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * A registry that speaks Confluent's API, through Confluent's client. The client comes relocated inside Apache Flink's
 * artifact (ADR 0003); this is the only class that knows.
 */
public final class ConfluentSchemaRegistry implements SchemaRegistry {

    /** Subjects are one a record type, versions few; a thousand is never reached. */
    private static final int CACHED_SCHEMAS = 1_000;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final URI address;
    private final SchemaRegistryClient client;

    /** Registry at the base address of its Confluent API, such as {@code http://localhost:8081/apis/ccompat/v7}. */
    public ConfluentSchemaRegistry(URI address) {
        this.address = address;
        this.client = new CachedSchemaRegistryClient(List.of(address.toString()), CACHED_SCHEMAS, Map.of());
    }

    @Override
    public int idOf(Schema schema) {
        String subject = SchemaRegistry.subjectOf(schema);
        return call("look up " + subject, () -> client.getId(subject, parsed(schema)));
    }

    @Override
    public Schema schemaOf(int id) {
        String text = call(
                "fetch schema " + id, () -> client.getSchemaById(id).canonicalString());
        return new Schema.Parser().parse(text);
    }

    @Override
    public int register(Schema schema) {
        String subject = SchemaRegistry.subjectOf(schema);
        int id = call("register " + subject, () -> client.register(subject, parsed(schema)));
        call("set the compatibility of " + subject, () -> client.updateCompatibility(subject, COMPATIBILITY));
        return id;
    }

    @Override
    public List<String> incompatibilities(Schema schema) {
        String subject = SchemaRegistry.subjectOf(schema);
        return call("check " + subject, () -> {
            try {
                return client.testCompatibilityVerbose(subject, parsed(schema));
            } catch (RestClientException e) {
                if (e.getStatus() == NOT_FOUND) {
                    return List.of();
                }
                throw e;
            }
        });
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw unavailable("close the connection", e);
        }
    }

    private static AvroSchema parsed(Schema schema) {
        return new AvroSchema(schema.toString());
    }

    private <T> T call(String what, Call<T> call) {
        try {
            return call.run();
        } catch (RestClientException e) {
            String message = "The schema registry at %s could not %s: %s".formatted(address, what, e.getMessage());
            throw switch (e.getStatus()) {
                case NOT_FOUND -> new UnknownSchemaException(message);
                case CONFLICT, UNPROCESSABLE -> new IncompatibleSchemaException(message);
                default -> new RegistryUnavailableException(message, e);
            };
        } catch (IOException e) {
            throw unavailable(what, e);
        }
    }

    private RegistryUnavailableException unavailable(String what, IOException e) {
        return new RegistryUnavailableException(
                "The schema registry at %s did not answer when asked to %s: %s. Check that it runs and that the address is right."
                        .formatted(address, what, e.getMessage()),
                e);
    }

    private interface Call<T> {
        T run() throws IOException, RestClientException;
    }
}
