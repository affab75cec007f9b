package org.podium.model.serde;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;

/** A registry of one test: it can be away, and counts what it is asked. */
final class RegistryInMemory implements SchemaRegistry {

    private final SchemasInMemory schemas;
    private boolean away;
    private int questions;

    private RegistryInMemory(SchemasInMemory schemas) {
        this.schemas = schemas;
    }

    static RegistryInMemory with(Schema... registered) {
        return new RegistryInMemory(new SchemasInMemory(registered));
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
        return here().idOf(schema);
    }

    @Override
    public Schema schemaOf(int id) {
        questions++;
        return here().schemaOf(id);
    }

    @Override
    public int register(Schema schema) {
        return here().register(schema);
    }

    @Override
    public List<String> incompatibilities(Schema schema) {
        return schemas.incompatibilities(schema);
    }

    @Override
    public void close() {
        schemas.close();
    }

    private SchemasInMemory here() {
        if (away) {
            throw new RegistryUnavailableException("away", new IOException("away"));
        }
        return schemas;
    }
}
