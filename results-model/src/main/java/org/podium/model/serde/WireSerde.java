package org.podium.model.serde;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A Kafka serde of one type of record in the Confluent wire format. */
public final class WireSerde<T extends SpecificRecord> implements Serde<T> {

    private final WireEncoder<T> encoder;
    private final WireDecoder<T> decoder;

    private WireSerde(WireEncoder<T> encoder, WireDecoder<T> decoder) {
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /**
     * Serde of a record type whose schema is registered.
     *
     * @throws SchemaRegistry.UnknownSchemaException when it is not registered
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     */
    public static <T extends SpecificRecord> WireSerde<T> of(Class<T> type, SchemaRegistry registry) {
        return new WireSerde<>(WireEncoder.of(type, registry), WireDecoder.of(type, registry));
    }

    @Override
    public Serializer<T> serializer() {
        return new Serializer<>() {
            @Override
            public byte @Nullable [] serialize(String topic, @Nullable T message) {
                return message == null ? null : encoder.encode(message);
            }
        };
    }

    /**
     * Throws {@link SerializationException} on bytes that are not a message; use {@link WireDecoder} where that is
     * expected.
     */
    @Override
    public Deserializer<T> deserializer() {
        return new Deserializer<>() {
            @Override
            public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
                return bytes == null
                        ? null
                        : switch (decoder.decode(bytes)) {
                            case Decoded.Message<T> message -> message.value();
                            case Decoded.Failure<T> failure ->
                                throw new SerializationException(topic + ": " + failure.sentence());
                        };
            }
        };
    }
}
