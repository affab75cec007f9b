package org.podium.streams.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.podium.model.serde.MemoryEncoder;
import org.podium.model.serde.TrustedRecords;

/**
 * Encodes one type of stored record in Avro's single-object encoding: two marker bytes, the schema's 64-bit
 * fingerprint, the binary. Reads what any released version of the topology wrote. May be used from one thread at a
 * time.
 */
public final class StoredCodec<T extends SpecificRecord> {

    /**
     * Schemas of stored records that a release wrote, as files in {@code state/}. A changed record gets a new file; a
     * file is never changed, and goes only when no state of its release can be left in any changelog.
     */
    static final List<String> RELEASED = List.of(
            "StoredRecord-1",
            "StoredUnit-1",
            "StoredUnit-2",
            "StoredSlot-1",
            "StoredAmended-1",
            "StoredTally-1",
            "StoredEvent-1",
            "StoredEvent-2",
            "StoredMedalTable-1",
            "StoredMedalTable-2",
            "StoredClaims-1",
            "Change-1",
            "Change-2",
            "Change-3");

    /** Avro's marker of the single-object encoding, version 1. */
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};

    private final byte[] header;
    private final SpecificDatumWriter<T> writer;
    private final BinaryMessageDecoder<T> decoder;
    private final MemoryEncoder encoder = new MemoryEncoder(512);

    public StoredCodec(Class<T> type) {
        TrustedRecords.add(type);
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        this.header = header(schema);
        this.writer = new SpecificDatumWriter<>(schema, byGeneratedCode());
        this.decoder = new BinaryMessageDecoder<>(model, schema);
        RELEASED.stream()
                .filter(name -> name.startsWith(type.getSimpleName() + "-"))
                .forEach(name -> decoder.addSchema(released(name)));
    }

    /** Writes by the code that Avro generated, which is several times as fast as by the schema, and the same bytes. */
    private static SpecificData byGeneratedCode() {
        SpecificData model = new SpecificData();
        model.setCustomCoders(true);
        return model;
    }

    static Schema released(String name) {
        String path = "/state/" + name + ".avsc";
        try (InputStream file = StoredCodec.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The schema " + path + " is not in results-streams; build it again");
            }
            return new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + path, e);
        }
    }

    private static byte[] header(Schema schema) {
        ByteBuffer header = ByteBuffer.allocate(MARKER.length + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return header.put(MARKER)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    public byte[] encode(T stored) {
        return encoder.encode(header, to -> writer.write(stored, to));
    }

    /**
     * What {@link #encode} gives for a record that is in Avro binary already.
     *
     * @param binary by the schema that this release has
     */
    byte[] encoded(byte[] binary) {
        byte[] encoded = Arrays.copyOf(header, header.length + binary.length);
        System.arraycopy(binary, 0, encoded, header.length, binary.length);
        return encoded;
    }

    /**
     * The stored record.
     *
     * @throws IllegalStateException when no schema that was ever released wrote it
     */
    public T decode(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException e) {
            throw new IllegalStateException(
                    "A store holds %d bytes that no released schema wrote: %s; a newer version ran on this state, start that one again"
                            .formatted(bytes.length, e.getMessage()),
                    e);
        }
    }
}
