package org.podium.model.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Encodes one type of record in the Confluent wire format. The id is looked up once, when the encoder is made: encoding
 * never waits for the registry. May be used from any thread.
 */
public final class WireEncoder<T extends SpecificRecord> {

    private final int schemaId;
    private final SpecificDatumWriter<T> writer;

    private WireEncoder(int schemaId, SpecificDatumWriter<T> writer) {
        this.schemaId = schemaId;
        this.writer = writer;
    }

    /**
     * Encoder of a record type whose schema is registered.
     *
     * @throws SchemaRegistry.UnknownSchemaException when it is not registered
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     */
    public static <T extends SpecificRecord> WireEncoder<T> of(Class<T> type, SchemaRegistry registry) {
        TrustedRecords.add(type);
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        return new WireEncoder<>(registry.idOf(schema), new SpecificDatumWriter<>(schema, model));
    }

    /** The bytes that every record of the type begins with. */
    public byte[] start() {
        return ByteBuffer.allocate(WireFormat.HEADER_BYTES)
                .put(WireFormat.MAGIC)
                .putInt(schemaId)
                .array();
    }

    /** The record's bytes, header included. */
    public byte[] encode(T message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1_024);
        out.writeBytes(start());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            writer.write(message, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toByteArray();
    }
}
