package org.podium.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.podium.model.wire.Change;
import org.podium.streams.stored.StoredAmended;
import org.podium.streams.stored.StoredClaims;
import org.podium.streams.stored.StoredEvent;
import org.podium.streams.stored.StoredMedalTable;
import org.podium.streams.stored.StoredRecord;
import org.podium.streams.stored.StoredSlot;
import org.podium.streams.stored.StoredTally;
import org.podium.streams.stored.StoredUnit;

class StoredCodecTest {

    static List<Schema> current() {
        return List.of(
                StoredRecord.getClassSchema(),
                StoredUnit.getClassSchema(),
                StoredSlot.getClassSchema(),
                StoredAmended.getClassSchema(),
                StoredTally.getClassSchema(),
                StoredEvent.getClassSchema(),
                StoredMedalTable.getClassSchema(),
                StoredClaims.getClassSchema(),
                Change.getClassSchema());
    }

    static List<String> released() {
        return StoredCodec.RELEASED;
    }

    @ParameterizedTest
    @MethodSource("current")
    void theNewestReleasedSchemaIsTheCurrentOne(Schema schema) {
        String newest = newestReleased(schema.getName());

        assertThat(StoredCodec.released(newest))
                .describedAs("""
                        %s differs from its newest released schema, state/%s.avsc.

                        States in the changelogs of running deployments were written with the released one. A schema that was
                        released is never changed: its fingerprint stands before every stored record, and a state whose
                        schema is not in this module cannot be read any more. To release the changed one:

                        1. Add fields with defaults only; ADR 0013 says what else may change and how.
                        2. Write the current schema to src/main/resources/state/%s-N.avsc, N one more than the newest, and
                           add its name to StoredCodec.RELEASED. The current schema is below.
                        """, schema.getName(), newest, schema.getName())
                .isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("released")
    void everyReleasedSchemaCanBeReadAndReadsTheCurrentOne(String name) {
        Schema old = StoredCodec.released(name);
        Schema now = current().stream()
                .filter(schema -> schema.getName().equals(old.getName()))
                .findAny()
                .orElseThrow();

        // Forward for an upgrade; back for an instance of the old version that takes a task over during one.
        assertThat(compatibility(now, old)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        assertThat(compatibility(old, now)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @Test
    void whatWasEncodedIsDecoded() {
        StoredCodec<StoredTally> codec = new StoredCodec<>(StoredTally.class);
        StoredTally tally = new StoredTally(3L, 700L, 5L);

        assertThat(codec.decode(codec.encode(tally))).isEqualTo(tally);
    }

    @Test
    void bytesOfAnUnknownSchemaAreRefusedWithWhatToDo() {
        byte[] unit = new StoredCodec<>(StoredTally.class).encode(new StoredTally(3L, 700L, 5L));

        assertThatThrownBy(() -> new StoredCodec<>(StoredEvent.class).decode(unit))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start that one again");
    }

    private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }

    private static String newestReleased(String record) {
        return StoredCodec.RELEASED.stream()
                .filter(name -> name.startsWith(record + "-"))
                .max(Comparator.comparingInt(name -> Integer.parseInt(name.substring(record.length() + 1))))
                .orElseThrow();
    }
}
