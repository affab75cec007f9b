package org.podium.model.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.VenueEvent;

class WireSerdeTest {

    private final WireSerde<VenueEvent> serde =
            WireSerde.of(VenueEvent.class, RegistryInMemory.with(VenueEvent.getClassSchema()));

    @Test
    void readsWhatItWrites() {
        byte[] bytes = serde.serializer().serialize("venue.STA.events", Messages.SPRINT);

        assertThat(serde.deserializer().deserialize("venue.STA.events", bytes)).isEqualTo(Messages.SPRINT);
    }

    @Test
    void leavesATombstoneATombstone() {
        assertThat(serde.serializer().serialize("results.units", null)).isNull();
        assertThat(serde.deserializer().deserialize("results.units", (byte[]) null))
                .isNull();
    }

    @Test
    void throwsOnBytesThatAreNoMessageAndNamesTheTopic() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.deserializer().deserialize("venue.STA.events", new byte[] {'{', '}'}))
                .withMessageContaining("venue.STA.events");
    }
}
