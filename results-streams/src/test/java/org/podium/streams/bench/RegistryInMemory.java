package org.podium.streams.bench;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.SchemasInMemory;
import org.podium.model.topic.TopicCatalogue;

/** A registry of one test: it can be away. */
public final class RegistryInMemory implements SchemaRegistry {

    private final SchemasInMemory schemas;
    private boolean away;

    private RegistryInMemory(SchemasInMemory schemas) {
        this.schemas = schemas;
    }

    /** One in which the schemas of all topics are registered. */
    public static RegistryInMemory withAllSchemas() {
        return new RegistryInMemory(new SchemasInMemory(new TopicCatalogue(List.of(Voice.STADIUM))));
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    @Override
    public int idOf(Schema schema) {
        return here().idOf(schema);
    }

    @Override
    public Schema schemaOf(int id) {
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
