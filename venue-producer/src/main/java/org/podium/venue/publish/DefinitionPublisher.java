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
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.EventKey;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.EventPartitions;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.UnitDefinition;

/** Publishes definitions of units and events and lists of records, each on the partition of its event. */
public final class DefinitionPublisher implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final WireEncoder<UnitDefinition> units;
    private final WireEncoder<EventDefinition> events;
    private final WireEncoder<RecordList> records;

    DefinitionPublisher(
            Producer<byte[], byte[]> producer,
            WireEncoder<UnitDefinition> units,
            WireEncoder<EventDefinition> events,
            WireEncoder<RecordList> records) {
        this.producer = producer;
        this.units = units;
        this.events = events;
        this.records = records;
    }

    /**
     * Connects to Kafka.
     *
     * @param producer properties of a Kafka producer
     * @throws SchemaRegistry.UnknownSchemaException when the schemas have not been registered
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     */
    public static DefinitionPublisher open(Map<String, Object> producer, SchemaRegistry registry) {
        WireEncoder<UnitDefinition> units = WireEncoder.of(UnitDefinition.class, registry);
        WireEncoder<EventDefinition> events = WireEncoder.of(EventDefinition.class, registry);
        WireEncoder<RecordList> records = WireEncoder.of(RecordList.class, registry);
        Map<String, Object> properties = new HashMap<>(producer);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_MESSAGE_BYTES);
        return new DefinitionPublisher(
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()),
                units,
                events,
                records);
    }

    /**
     * Publishes definitions of units, and returns when Kafka has acknowledged all of them.
     *
     * @throws KafkaException when it has not; some of them may be published, and publishing all again is harmless
     */
    public void publish(List<UnitDefinition> definitions) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(definitions.size());
        for (UnitDefinition definition : definitions) {
            UnitKey unit = UnitKey.of(definition.getCompetition(), definition.getUnit());
            sent.add(send(TopicCatalogue.REFERENCE_UNITS, unit.event(), unit.toString(), units.encode(definition)));
        }
        await(sent);
    }

    /**
     * The same for definitions of events.
     *
     * @throws KafkaException when Kafka has not acknowledged all of them
     */
    public void publishEvents(List<EventDefinition> definitions) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(definitions.size());
        for (EventDefinition definition : definitions) {
            EventKey event = new EventKey(CompetitionCode.parse(definition.getCompetition()), definition.getEvent());
            sent.add(send(TopicCatalogue.REFERENCE_EVENTS, event, event.toString(), events.encode(definition)));
        }
        await(sent);
    }

    /**
     * The same for lists of records.
     *
     * @throws KafkaException when Kafka has not acknowledged all of them
     */
    public void publishRecords(List<RecordList> lists) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(lists.size());
        for (RecordList list : lists) {
            EventKey event = new EventKey(CompetitionCode.parse(list.getCompetition()), list.getEvent());
            sent.add(send(TopicCatalogue.REFERENCE_RECORDS, event, event.toString(), records.encode(list)));
        }
        await(sent);
    }

    private Future<RecordMetadata> send(Topic topic, EventKey event, String key, byte[] value) {
        int partitions = producer.partitionsFor(topic.name()).size();
        return producer.send(new ProducerRecord<>(
                topic.name(),
                EventPartitions.partitionOf(event, partitions),
                key.getBytes(StandardCharsets.UTF_8),
                value));
    }

    private static void await(List<Future<RecordMetadata>> sent) throws InterruptedException {
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
