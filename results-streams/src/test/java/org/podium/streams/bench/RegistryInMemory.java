package org.podium.streams.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;

/** A registry of one test. Ids ascend from 1; it can be away. */
public final class RegistryInMemory implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();
    private boolean away;

    /** One in which the schemas of all topics are registered. */
    public static RegistryInMemory withAllSchemas() {
        RegistryInMemory registry = new RegistryInMemory();
        new TopicCatalogue(List.of(Voice.STADIUM))
                .all().stream().map(Topic::value).forEach(registry::register);
        return registry;
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    @Override
    public int idOf(Schema schema) {
        requireHere();
        int index = schemas.indexOf(schema);
        if (index < 0) {
            throw new UnknownSchemaException(schema.getFullName() + " is not registered");
        }
        return index + 1;
    }

    @Override
    public Schema schemaOf(int id) {
        requireHere();
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaException("there is no schema " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public int register(Schema schema) {
        requireHere();
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return idOf(schema);
    }

    @Override
    public List<String> incompatibilities(Schema schema) {
        return List.of();
    }

    @Override
    public void close() {}

    private void requireHere() {
        if (away) {
            throw new RegistryUnavailableException("away", new IOException("away"));
        }
    }
}
