package org.podium.operations.deploy;

import java.util.List;
import org.apache.avro.Schema;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;

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
