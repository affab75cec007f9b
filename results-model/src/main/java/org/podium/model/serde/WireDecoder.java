package org.podium.model.serde;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Decodes one type of record from the Confluent wire format. The reader for a schema id is made when the id is first
 * seen; the registry is not asked again. An id that the registry does not know is asked for again after a while, since
 * its schema may be registered late. While the registry is away, bytes with an id not seen yet are neither decoded nor
 * failed: {@link SchemaRegistry.RegistryUnavailableException} is thrown and the caller tries again. May be used from
 * any thread.
 */
public final class WireDecoder<T extends SpecificRecord> {

    private final Class<T> type;
    private final SpecificData model;
    private final Schema readerSchema;
    private final SchemaRegistry registry;
    private final Map<Integer, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();
    private final FailedIds<T> failedIds;

    /** Decoder of a record type. The record's own schema is looked up at once, so that its id is known. */
    public static <T extends SpecificRecord> WireDecoder<T> of(Class<T> type, SchemaRegistry registry) {
        return of(type, registry, System::nanoTime);
    }

    static <T extends SpecificRecord> WireDecoder<T> of(
            Class<T> type, SchemaRegistry registry, LongSupplier nanoClock) {
        TrustedRecords.add(type);
        WireDecoder<T> decoder = new WireDecoder<>(type, registry, nanoClock);
        decoder.readers.put(registry.idOf(decoder.readerSchema), decoder.reader(decoder.readerSchema));
        return decoder;
    }

    private WireDecoder(Class<T> type, SchemaRegistry registry, LongSupplier nanoClock) {
        this.type = type;
        this.model = SpecificData.getForClass(type);
        this.readerSchema = model.getSchema(type);
        this.registry = registry;
        this.failedIds = new FailedIds<>(nanoClock);
    }

    /**
     * The message, or why the bytes are none.
     *
     * @throws SchemaRegistry.RegistryUnavailableException when the id was not seen yet and the registry does not answer
     */
    public Decoded<T> decode(byte[] bytes) {
        if (bytes.length < WireFormat.HEADER_BYTES || bytes[0] != WireFormat.MAGIC) {
            return new Decoded.Failure<>(
                    Decoded.Reason.NOT_AVRO,
                    "%d bytes that do not start with the Confluent header (a zero byte and a schema id of four bytes); send %s as Avro with the Confluent wire format"
                            .formatted(bytes.length, type.getSimpleName()));
        }
        int id = WireFormat.schemaId(bytes);
        SpecificDatumReader<T> reader = readers.get(id);
        if (reader != null) {
            return read(reader, id, bytes);
        }
        Decoded.Failure<T> failed = failedIds.find(id);
        if (failed != null) {
            return failed;
        }
        return decodeNewId(id, bytes);
    }

    private Decoded<T> decodeNewId(int id, byte[] bytes) {
        Schema writerSchema;
        try {
            writerSchema = registry.schemaOf(id);
        } catch (SchemaRegistry.UnknownSchemaException e) {
            return failed(
                    id,
                    Decoded.Reason.UNKNOWN_SCHEMA,
                    "schema id %d is not in the registry; register the schema before sending with it".formatted(id));
        }
        boolean readable = writerSchema.getFullName().equals(readerSchema.getFullName())
                && SchemaCompatibility.checkReaderWriterCompatibility(readerSchema, writerSchema)
                                .getType()
                        == SchemaCompatibilityType.COMPATIBLE;
        if (!readable) {
            return failed(
                    id,
                    Decoded.Reason.WRONG_RECORD_TYPE,
                    "schema id %d is %s, which cannot be read as %s"
                            .formatted(id, writerSchema.getFullName(), readerSchema.getFullName()));
        }
        SpecificDatumReader<T> reader = reader(writerSchema);
        readers.put(id, reader);
        return read(reader, id, bytes);
    }

    private SpecificDatumReader<T> reader(Schema writerSchema) {
        return new SpecificDatumReader<>(writerSchema, readerSchema, model);
    }

    private Decoded<T> read(SpecificDatumReader<T> reader, int id, byte[] bytes) {
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, null);
        try {
            T message = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                return notAvro(id, "bytes are left over after the record");
            }
            return new Decoded.Message<>(message);
        } catch (IOException | RuntimeException e) {
            return notAvro(id, e.toString());
        }
    }

    private Decoded.Failure<T> notAvro(int id, String detail) {
        return new Decoded.Failure<>(
                Decoded.Reason.NOT_AVRO,
                "not the Avro binary of schema id %d (%s): %s; check the encoder of the sender"
                        .formatted(id, type.getSimpleName(), detail));
    }

    private Decoded.Failure<T> failed(int id, Decoded.Reason reason, String sentence) {
        Decoded.Failure<T> failure = new Decoded.Failure<>(reason, sentence);
        failedIds.add(id, failure);
        return failure;
    }
}
