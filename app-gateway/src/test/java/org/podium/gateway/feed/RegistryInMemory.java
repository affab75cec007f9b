package org.podium.gateway.feed;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.podium.model.serde.SchemaRegistry;

/** A registry in which every schema is registered. */
final class RegistryInMemory implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public int idOf(Schema schema) {
        return register(schema);
    }

    @Override
    public Schema schemaOf(int id) {
        if (id < 0 || id >= schemas.size()) {
            throw new UnknownSchemaException("no schema " + id);
        }
        return schemas.get(id);
    }

    @Override
    public int register(Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema);
    }

    @Override
    public List<String> incompatibilities(Schema schema) {
        return List.of();
    }

    @Override
    public void close() {}
}
