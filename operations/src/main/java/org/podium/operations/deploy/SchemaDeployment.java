package org.podium.operations.deploy;

import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.run.Patience;

/** Compares the schemas of this build with the registry, and registers them. Repeating it changes nothing more. */
public final class SchemaDeployment {

    private final SchemaRegistry registry;
    private final List<Schema> schemas;

    /** Deployment of the value schemas of all topics. */
    public SchemaDeployment(SchemaRegistry registry) {
        this(
                registry,
                new TopicCatalogue(List.of())
                        .all().stream().map(Topic::value).distinct().toList());
    }

    SchemaDeployment(SchemaRegistry registry, List<Schema> schemas) {
        this.registry = registry;
        this.schemas = schemas;
    }

    /**
     * What each schema is in the registry.
     *
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     */
    public List<SchemaFinding> check() {
        return schemas.stream().map(this::check).toList();
    }

    /**
     * Registers what is not registered, unless a schema is incompatible: then nothing is registered.
     *
     * @return what each schema is now
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     */
    public List<SchemaFinding> register() {
        List<SchemaFinding> findings = check();
        if (findings.stream().anyMatch(SchemaFinding.Incompatible.class::isInstance)) {
            return findings;
        }
        return schemas.stream()
                .<SchemaFinding>map(schema -> new SchemaFinding.Registered(schema, registry.register(schema)))
                .toList();
    }

    /**
     * The same at a registry that has just started: its first answers may take longer than is waited for one.
     *
     * @param patience after which no further try is begun
     */
    public List<SchemaFinding> register(Duration patience) {
        return Patience.of(patience)
                .insist(SchemaRegistry.RegistryUnavailableException.class::isInstance, this::register);
    }

    private SchemaFinding check(Schema schema) {
        List<String> reasons = registry.incompatibilities(schema);
        if (!reasons.isEmpty()) {
            return new SchemaFinding.Incompatible(schema, reasons);
        }
        try {
            return new SchemaFinding.Registered(schema, registry.idOf(schema));
        } catch (SchemaRegistry.UnknownSchemaException e) {
            return new SchemaFinding.Unregistered(schema);
        }
    }
}
