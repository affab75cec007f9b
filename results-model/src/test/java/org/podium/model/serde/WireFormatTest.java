package org.podium.model.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.Component;
import org.podium.model.wire.VenueEvent;

/** What stands on the wire, read without this project's serde. */
class WireFormatTest {

    private static final int CONFLUENT_HEADER_BYTES = 5;

    private final Schema filler = Schema.createRecord("Filler", "Takes the first id.", "test", false, List.of());
    private final SchemaRegistry registry = RegistryInMemory.with(filler, VenueEvent.getClassSchema());

    @Test
    void startsWithAZeroByteAndTheIdInFourBytesBigEndian() {
        byte[] bytes = WireEncoder.of(VenueEvent.class, registry).encode(Messages.SPRINT);

        assertThat(HexFormat.of().formatHex(bytes, 0, CONFLUENT_HEADER_BYTES)).isEqualTo("0000000002");
    }

    /** Worked out by hand from Avro's specification: a string is its length, zigzag, and UTF-8; a long is zigzag. */
    @Test
    void thenComesTheAvroBinary() {
        SchemaRegistry components = RegistryInMemory.with(Component.getClassSchema());

        byte[] bytes = WireEncoder.of(Component.class, components).encode(new Component("RT", 178_000L));

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("00" + "00000001" + "04" + "5254" + "a0dd15");
    }

    @Test
    void isReadByAnyAvroDecoderThatHasTheSchemasText() throws IOException {
        byte[] bytes = WireEncoder.of(VenueEvent.class, registry).encode(Messages.SPRINT);

        GenericRecord event = decodeAsOthersDo(bytes);

        assertThat(event.get("unit")).hasToString("ATHM100M--------------FNL-000100--");
        assertThat(event.get("sequence")).isEqualTo(3L);
        assertThat(event.get("venueTime")).isEqualTo(1_722_801_300_123_456L);
        assertThat(event.get("kind")).hasToString("MARK");
        assertThat(event.get("irm")).isNull();
        GenericRecord mark = (GenericRecord) event.get("mark");
        assertThat(mark.get("value")).isEqualTo(9_784_000L);
        assertThat(mark.get("components")).hasToString("[{\"name\": \"RT\", \"value\": 178000}]");
    }

    private GenericRecord decodeAsOthersDo(byte[] bytes) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        assertThat(header.get()).isZero();
        // A schema as text, parsed anew, as a client in another language gets it.
        Schema schema =
                new Schema.Parser().parse(registry.schemaOf(header.getInt()).toString());
        byte[] body = Arrays.copyOfRange(bytes, CONFLUENT_HEADER_BYTES, bytes.length);
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(body, null));
    }
}
