package org.podium.lab.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.podium.model.id.EventKey;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.EventPartitions;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/** The organiser of a replayed competition: publishes the definitions of units, and what the results desk says. */
public final class Organiser implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final WireEncoder<UnitDefinition> definitions;
    private final WireEncoder<VenueEvent> events;

    public Organiser(String bootstrapServers, SchemaRegistry registry) {
        this.definitions = WireEncoder.of(UnitDefinition.class, registry);
        this.events = WireEncoder.of(VenueEvent.class, registry);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Publishes definitions; returns when all of them are on the topic. */
    public void define(List<UnitDefinition> units) throws InterruptedException {
        String topic = TopicCatalogue.REFERENCE_UNITS.name();
        int partitions = producer.partitionsFor(topic).size();
        List<Future<?>> written = new ArrayList<>();
        for (UnitDefinition definition : units) {
            UnitKey unit = UnitKey.of(definition.getCompetition(), definition.getUnit());
            written.add(producer.send(new ProducerRecord<>(
                    topic,
                    EventPartitions.partitionOf(unit.event(), partitions),
                    bytes(unit.toString()),
                    definitions.encode(definition))));
        }
        for (Future<?> record : written) {
            await(record);
        }
    }

    /** Says something as the results desk; returns when it is on the topic. */
    public void decide(VenueEvent event) throws InterruptedException {
        EventKey key = UnitKey.of(event.getCompetition(), event.getUnit()).event();
        await(producer.send(
                new ProducerRecord<>(TopicCatalogue.DESK_EVENTS.name(), bytes(key.toString()), events.encode(event))));
    }

    private static void await(Future<?> record) throws InterruptedException {
        try {
            record.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("What the organiser says did not reach the broker", e);
        }
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
