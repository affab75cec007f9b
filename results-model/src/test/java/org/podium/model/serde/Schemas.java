package org.podium.model.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.podium.model.wire.VenueEvent;

/** Schemas as later versions of this project may have them, and messages in them. */
final class Schemas {

    private static final String ADDED = "wind";

    private Schemas() {}

    /** The record with one more optional field at its end. */
    static Schema withOneFieldMore(Schema schema) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.LONG));
        fields.add(new Schema.Field(ADDED, optional, "Added later.", Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    /** The schema with one more symbol in one of its enums. */
    static Schema withOneSymbolMore(Schema schema, String afterSymbol, String symbol) {
        String text = schema.toString();
        String after = "\"" + afterSymbol + "\"";
        return new Schema.Parser().parse(text.replaceFirst(after, after + ",\"" + symbol + "\""));
    }

    /** {@link Messages#SPRINT} in the schema with one field more, which has a value. */
    static byte[] encodedWithOneFieldMore(int id) {
        GenericRecord event = generic(withOneFieldMore(VenueEvent.getClassSchema()));
        event.put(ADDED, 700_000L);
        return encode(id, event);
    }

    /** {@link Messages#SPRINT} as a generic record of the schema. */
    static GenericRecord generic(Schema schema) {
        byte[] bytes = WireEncoder.of(VenueEvent.class, RegistryInMemory.with(VenueEvent.getClassSchema()))
                .encode(Messages.SPRINT);
        try {
            return new GenericDatumReader<GenericRecord>(VenueEvent.getClassSchema(), schema)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(
                                            bytes,
                                            WireFormat.HEADER_BYTES,
                                            bytes.length - WireFormat.HEADER_BYTES,
                                            null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encode(int id, GenericRecord message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(WireFormat.HEADER_BYTES)
                .put(WireFormat.MAGIC)
                .putInt(id)
                .array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(message.getSchema(), GenericData.get()).write(message, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
