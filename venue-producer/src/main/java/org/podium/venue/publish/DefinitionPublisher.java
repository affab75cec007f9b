package org.podium.venue.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.EventPartitions;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.UnitDefinition;

/** Publishes definitions of units, each on the partition of its event. */
public final class DefinitionPublisher implements AutoCloseable {

    private static final String TOPIC = TopicCatalogue.REFERENCE_UNITS.name();

    private final Producer<byte[], byte[]> producer;
    private final WireEncoder<UnitDefinition> encoder;

    DefinitionPublisher(Producer<byte[], byte[]> producer, WireEncoder<UnitDefinition> encoder) {
        this.producer = producer;
        this.encoder = encoder;
    }

    /**
     * Connects to Kafka.
     *
     * @param producer properties of a Kafka producer
     * @throws SchemaRegistry.UnknownSchemaException when the schemas have not been registered
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     */
    public static DefinitionPublisher open(Map<String, Object> producer, SchemaRegistry registry) {
        WireEncoder<UnitDefinition> encoder = WireEncoder.of(UnitDefinition.class, registry);
        Map<String, Object> properties = new HashMap<>(producer);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_MESSAGE_BYTES);
        return new DefinitionPublisher(
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()), encoder);
    }

    /**
     * Publishes definitions, and returns when Kafka has acknowledged all of them.
     *
     * @throws KafkaException when it has not; some of them may be published, and publishing all again is harmless
     */
    public void publish(List<UnitDefinition> definitions) throws InterruptedException {
        int partitions = producer.partitionsFor(TOPIC).size();
        List<Future<RecordMetadata>> sent = new ArrayList<>(definitions.size());
        for (UnitDefinition definition : definitions) {
            UnitKey unit = UnitKey.of(definition.getCompetition(), definition.getUnit());
            sent.add(producer.send(new ProducerRecord<>(
                    TOPIC,
                    EventPartitions.partitionOf(unit.event(), partitions),
                    unit.toString().getBytes(StandardCharsets.UTF_8),
                    encoder.encode(definition))));
        }
        for (Future<RecordMetadata> record : sent) {
            try {
                record.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof KafkaException cause) {
                    throw cause;
                }
                throw new KafkaException("Definitions could not be published", e.getCause());
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
