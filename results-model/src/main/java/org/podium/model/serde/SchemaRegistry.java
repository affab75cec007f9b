package org.podium.model.serde;

import java.util.List;
import org.apache.avro.Schema;

/**
 * What the project needs of a schema registry. Every method may be called from any thread and blocks until the registry
 * has answered.
 */
public interface SchemaRegistry extends AutoCloseable {

    /** Compatibility level of every subject: a new schema reads all older data and all older schemas read its data. */
    String COMPATIBILITY = "FULL_TRANSITIVE";

    /** Subject of a record's schema: its full name. */
    static String subjectOf(Schema schema) {
        return schema.getFullName();
    }

    /**
     * Id of a schema that is registered under its subject.
     *
     * @throws UnknownSchemaException when it is not registered
     * @throws RegistryUnavailableException when the registry does not answer
     */
    int idOf(Schema schema);

    /**
     * Schema with this id.
     *
     * @throws UnknownSchemaException when there is none
     * @throws RegistryUnavailableException when the registry does not answer
     */
    Schema schemaOf(int id);

    /**
     * Registers a schema under its subject with {@link #COMPATIBILITY}, once: the same schema again has the same id.
     *
     * @return its id
     * @throws IncompatibleSchemaException when the registry refuses it
     * @throws RegistryUnavailableException when the registry does not answer
     */
    int register(Schema schema);

    /**
     * What stands against registering the schema; empty when nothing does.
     *
     * @throws RegistryUnavailableException when the registry does not answer
     */
    List<String> incompatibilities(Schema schema);

    @Override
    void close();

    /** No schema with that id, or that schema is not registered. */
    final class UnknownSchemaException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnknownSchemaException(String message) {
            super(message);
        }
    }

    /** The registry refused a schema. */
    final class IncompatibleSchemaException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IncompatibleSchemaException(String message) {
            super(message);
        }
    }

    /** The registry did not answer; the call may be repeated. */
    final class RegistryUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RegistryUnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
