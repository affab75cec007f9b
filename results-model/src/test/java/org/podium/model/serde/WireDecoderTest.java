package org.podium.model.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.podium.model.serde.Decoded.Reason;
import org.podium.model.wire.Component;
import org.podium.model.wire.Mark;
import org.podium.model.wire.VenueEvent;

class WireDecoderTest {

    private static final int EVENT_ID = 1;
    private static final int LATE_ID = 2;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final RegistryInMemory registry = RegistryInMemory.with(VenueEvent.getClassSchema());
    private final WireDecoder<VenueEvent> decoder = WireDecoder.of(VenueEvent.class, registry, nanos::get);
    private final byte[] sprint = WireEncoder.of(VenueEvent.class, registry).encode(Messages.SPRINT);

    @Test
    void decodesWhatTheEncoderWrote() {
        assertThat(decoder.decode(sprint)).isEqualTo(new Decoded.Message<>(Messages.SPRINT));
    }

    @Test
    void asksTheRegistryNothingAboutItsOwnSchema() {
        decoder.decode(sprint);

        assertThat(registry.questions()).isZero();
    }

    @Test
    void refusesAWrongMagicByte() {
        sprint[0] = '{';

        assertFails(sprint, Reason.NOT_AVRO, "do not start with the Confluent header");
    }

    @Test
    void refusesBytesThatAreTooShortForAHeader() {
        assertFails(new byte[0], Reason.NOT_AVRO, "0 bytes");
        assertFails(new byte[] {0, 0, 0, 0}, Reason.NOT_AVRO, "4 bytes");
    }

    @Test
    void refusesBytesThatAreLeftOver() {
        assertFails(Arrays.copyOf(sprint, sprint.length + 1), Reason.NOT_AVRO, "left over");
    }

    @Test
    void refusesARecordThatIsCutOff() {
        for (int length = WireFormat.HEADER_BYTES; length < sprint.length; length++) {
            assertFails(Arrays.copyOf(sprint, length), Reason.NOT_AVRO, "check the encoder");
        }
    }

    @Test
    void refusesAnIdThatTheRegistryDoesNotKnow() {
        assertFails(withId(sprint, 99), Reason.UNKNOWN_SCHEMA, "schema id 99 is not in the registry");
        assertFails(withId(sprint, -1), Reason.UNKNOWN_SCHEMA, "schema id -1 is not in the registry");
    }

    @Test
    void refusesAnotherRecord() {
        registry.register(Component.getClassSchema());
        byte[] component = WireEncoder.of(Component.class, registry).encode(new Component("RT", 1L));

        assertFails(
                component, Reason.WRONG_RECORD_TYPE, Component.getClassSchema().getFullName());
    }

    @Test
    void asksForAnUnknownIdOnceInAWhile() {
        for (int i = 0; i < 1_000; i++) {
            decoder.decode(withId(sprint, 99));
        }

        assertThat(registry.questions()).isEqualTo(1);
    }

    @Test
    void decodesOnceASchemaIsRegisteredLate() {
        byte[] early = withId(sprint, LATE_ID);
        assertFails(early, Reason.UNKNOWN_SCHEMA, "schema id 2");
        registry.register(Schemas.withOneFieldMore(VenueEvent.getClassSchema()));
        assertFails(early, Reason.UNKNOWN_SCHEMA, "schema id 2");

        nanos.addAndGet(FailedIds.REMEMBERED.toNanos());

        assertThat(decoder.decode(Schemas.encodedWithOneFieldMore(LATE_ID)))
                .isEqualTo(new Decoded.Message<>(Messages.SPRINT));
    }

    @Test
    void remembersABoundedNumberOfUnknownIds() {
        for (int id = 10; id <= 10 + FailedIds.MOST; id++) {
            decoder.decode(withId(sprint, id));
        }
        int asked = registry.questions();

        decoder.decode(withId(sprint, 10 + FailedIds.MOST));
        assertThat(registry.questions()).as("the newest is remembered").isEqualTo(asked);
        decoder.decode(withId(sprint, 10));
        assertThat(registry.questions()).as("the oldest is forgotten").isEqualTo(asked + 1);
    }

    @Test
    void waitsForARegistryThatIsAwayAndDecodesWhenItIsBack() {
        registry.register(Schemas.withOneFieldMore(VenueEvent.getClassSchema()));
        byte[] newer = Schemas.encodedWithOneFieldMore(LATE_ID);
        registry.goAway();

        assertThatExceptionOfType(SchemaRegistry.RegistryUnavailableException.class)
                .isThrownBy(() -> decoder.decode(newer));
        assertThat(decoder.decode(sprint)).as("an id seen before").isInstanceOf(Decoded.Message.class);
        registry.comeBack();

        assertThat(decoder.decode(newer)).isInstanceOf(Decoded.Message.class);
    }

    @Test
    void refusesToStartBeforeItsSchemaIsRegistered() {
        assertThatExceptionOfType(SchemaRegistry.UnknownSchemaException.class)
                .isThrownBy(() -> WireDecoder.of(Mark.class, registry));
    }

    @Property
    void neverThrowsOnBytesThatAreNotAvro(@ForAll @Size(max = 300) byte[] body) {
        assertDecodes(ByteBuffer.allocate(WireFormat.HEADER_BYTES + body.length)
                .put(WireFormat.MAGIC)
                .putInt(EVENT_ID)
                .put(body)
                .array());
    }

    @Property
    void neverThrowsOnARecordWithADamagedByte(@ForAll @IntRange(max = 1_000) int position, @ForAll byte damage) {
        byte[] damaged = sprint.clone();
        damaged[position % damaged.length] = damage;

        assertDecodes(damaged);
    }

    private void assertDecodes(byte[] bytes) {
        assertThat(decoder.decode(bytes)).isInstanceOf(Decoded.class);
    }

    private void assertFails(byte[] bytes, Reason reason, String words) {
        assertThat(decoder.decode(bytes)).isInstanceOfSatisfying(Decoded.Failure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.sentence()).contains(words);
        });
    }

    private static byte[] withId(byte[] bytes, int id) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(1, id);
        return changed;
    }
}
