package org.podium.model.serde;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * A registry that speaks Confluent's API, through Confluent's client. The client comes relocated inside Apache Flink's
 * artifact (ADR 0003); this is the only class that knows.
 */
public final class ConfluentSchemaRegistry implements SchemaRegistry {

    /** Subjects are one a record type, versions few; a thousand is never reached. */
    private static final int CACHED_SCHEMAS = 1_000;

    /**
     * A registry that is gone must not hold a stream of results for longer than it takes to notice. The client's
     * default is a minute.
     */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    /** A registry on two cores that has just started takes a second and more for its first answers. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    /**
     * No such subject, version or schema, in the registry's own words. A bare 404 is something else: a page of whoever
     * listens there instead of a registry.
     */
    private static final Set<Integer> NOT_FOUND = Set.of(40_401, 40_402, 40_403);

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final String AVRO = "AVRO";

    private final URI address;
    private final RestService rest;
    private final SchemaRegistryClient client;

    /** Registry at the base address of its Confluent API, such as {@code http://localhost:8081/apis/ccompat/v7}. */
    public ConfluentSchemaRegistry(URI address) {
        this.address = address;
        this.rest = new RestService(address.toString());
        this.client = new CachedSchemaRegistryClient(
                rest,
                CACHED_SCHEMAS,
                Map.of(
                        SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, Math.toIntExact(CONNECT_TIMEOUT.toMillis()),
                        SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, Math.toIntExact(READ_TIMEOUT.toMillis())));
    }

    @Override
    public int idOf(Schema schema) {
        String subject = SchemaRegistry.subjectOf(schema);
        return call("look up " + subject, () -> client.getId(subject, parsed(schema)));
    }

    @Override
    public Schema schemaOf(int id) {
        // Not through the cache, which fails on a schema that is not Avro in the same way as when the registry is away.
        SchemaString found = call("fetch schema " + id, () -> rest.getId(id));
        if (found.getSchemaType() != null && !found.getSchemaType().equals(AVRO)) {
            throw new UnknownSchemaException("Schema %d in the registry at %s is of type %s, not Avro."
                    .formatted(id, address, found.getSchemaType()));
        }
        try {
            return new Schema.Parser().parse(found.getSchemaString());
        } catch (SchemaParseException e) {
            throw new UnknownSchemaException("Schema %d in the registry at %s cannot be read as Avro: %s"
                    .formatted(id, address, e.getMessage()));
        }
    }

    @Override
    public int register(Schema schema) {
        String subject = SchemaRegistry.subjectOf(schema);
        // First, so that no moment exists in which a subject takes whatever comes. It may be set before the subject is
        // there.
        call("set the compatibility of " + subject, () -> client.updateCompatibility(subject, COMPATIBILITY));
        return call("register " + subject, () -> client.register(subject, parsed(schema)));
    }

    /**
     * Compares with every registered version itself. The registry's own check is not enough: Apicurio 3.3.3 compares
     * with the newest version alone where Confluent's client asks it, and gives no reasons.
     */
    @Override
    public List<String> incompatibilities(Schema schema) {
        String subject = SchemaRegistry.subjectOf(schema);
        return call("compare with the versions of " + subject, () -> {
            List<String> found = new ArrayList<>();
            for (int version : versions(subject)) {
                String text = client.getSchemaMetadata(subject, version).getSchema();
                found.addAll(Compatibility.against("version " + version, new Schema.Parser().parse(text), schema));
            }
            return found;
        });
    }

    private List<Integer> versions(String subject) throws IOException, RestClientException {
        try {
            return client.getAllVersions(subject);
        } catch (RestClientException e) {
            if (NOT_FOUND.contains(e.getErrorCode())) {
                return List.of();
            }
            throw e;
        }
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
            if (NOT_FOUND.contains(e.getErrorCode())) {
                throw new UnknownSchemaException(message);
            }
            if (e.getStatus() == CONFLICT || e.getStatus() == UNPROCESSABLE) {
                throw new IncompatibleSchemaException(message);
            }
            throw new RegistryUnavailableException(
                    "The schema registry at %s answered with HTTP status %d when asked to %s: %s. Check the address, which ends with the path of its Confluent API."
                            .formatted(address, e.getStatus(), what, e.getMessage()),
                    e);
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
