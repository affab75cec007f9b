package org.podium.model.serde;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A registry of one test. Ids ascend from 1; it can be away, and counts what it is asked. */
final class RegistryInMemory implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();
    private boolean away;
    private int questions;

    static RegistryInMemory with(Schema... registered) {
        RegistryInMemory registry = new RegistryInMemory();
        for (Schema schema : registered) {
            registry.register(schema);
        }
        return registry;
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    /** How often it was asked for the schema of an id. */
    int questions() {
        return questions;
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
        questions++;
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
