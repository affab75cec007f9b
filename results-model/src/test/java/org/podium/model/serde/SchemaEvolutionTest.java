package org.podium.model.serde;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.VenueEvent;

/** What this build does with messages of builds to come. */
class SchemaEvolutionTest {

    private final Schema current = VenueEvent.getClassSchema();

    @Test
    void aFieldOfALaterBuildIsSkipped() {
        RegistryInMemory registry = RegistryInMemory.with(current, Schemas.withOneFieldMore(current));

        assertThat(WireDecoder.of(VenueEvent.class, registry).decode(Schemas.encodedWithOneFieldMore(2)))
                .isEqualTo(new Decoded.Message<>(Messages.SPRINT));
    }

    @Test
    void aSymbolOfALaterBuildIsUnknown() {
        Schema later = Schemas.withOneSymbolMore(current, "TAKEOVER", "PROTEST");
        GenericRecord event = Schemas.generic(later);
        event.put("kind", new GenericData.EnumSymbol(later.getField("kind").schema(), "PROTEST"));
        RegistryInMemory registry = RegistryInMemory.with(current, later);

        assertThat(WireDecoder.of(VenueEvent.class, registry).decode(Schemas.encode(2, event)))
                .isInstanceOfSatisfying(
                        Decoded.Message.class,
                        message -> assertThat(((VenueEvent) message.value()).getKind())
                                .isEqualTo(EventKind.UNKNOWN));
    }

    @Test
    void anOptionalFieldAndASymbolMoreAreCompatibleBothWays() {
        assertThat(Compatibility.against("version 1", current, Schemas.withOneFieldMore(current)))
                .isEmpty();
        assertThat(Compatibility.against(
                        "version 1", current, Schemas.withOneSymbolMore(current, "TAKEOVER", "PROTEST")))
                .isEmpty();
    }

    @Test
    void aFieldMoreWithoutADefaultIsIncompatibleOneWay() {
        Schema with = record("{\"name\":\"a\",\"type\":\"long\"}");
        Schema without = record("");

        assertThat(Compatibility.against("version 1", without, with))
                .singleElement()
                .asString()
                .startsWith("the new schema cannot read data of version 1: at /fields/0")
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE");
        assertThat(Compatibility.against("version 1", with, without))
                .singleElement()
                .asString()
                .startsWith("version 1 cannot read data of the new schema: at /fields/0");
    }

    @Test
    void anotherTypeIsIncompatibleBothWays() {
        assertThat(Compatibility.against(
                        "version 1",
                        record("{\"name\":\"a\",\"type\":\"long\"}"),
                        record("{\"name\":\"a\",\"type\":\"string\"}")))
                .hasSize(2);
    }

    private static Schema record(String fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"test\",\"fields\":[" + fields + "]}");
    }
}
