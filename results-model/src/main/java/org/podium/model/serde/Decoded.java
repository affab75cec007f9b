package org.podium.model.serde;

/** What became of bytes that were to be decoded. */
public sealed interface Decoded<T> {

    /** They are a message. */
    record Message<T>(T value) implements Decoded<T> {}

    /** They are not. The sentence says what was found and what was expected. */
    record Failure<T>(Reason reason, String sentence) implements Decoded<T> {}

    /** Why bytes are not a message. */
    enum Reason {
        /** Wrong magic byte, too short, or not the Avro binary of the schema that they name. */
        NOT_AVRO,
        /** The registry has no schema with the id that they name. */
        UNKNOWN_SCHEMA,
        /** The schema that they name is of another record, or cannot be read as the one asked for. */
        WRONG_RECORD_TYPE
    }
}
