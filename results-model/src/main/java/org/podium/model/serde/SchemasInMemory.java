package org.podium.model.serde;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;

/** A registry for one process. Ids ascend from 1. */
public final class SchemasInMemory implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();

    /** One with these schemas. */
    public SchemasInMemory(Schema... registered) {
        for (Schema schema : registered) {
            register(schema);
        }
    }

    /** One with the schemas of all topics. */
    public SchemasInMemory(TopicCatalogue topics) {
        topics.all().stream().map(Topic::value).forEach(this::register);
    }

    @Override
    public synchronized int idOf(Schema schema) {
        int index = schemas.indexOf(schema);
        if (index < 0) {
            throw new UnknownSchemaException(schema.getFullName() + " is not registered");
        }
        return index + 1;
    }

    @Override
    public synchronized Schema schemaOf(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaException("there is no schema " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized int register(Schema schema) {
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
}
