package org.podium.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.SchemasInMemory;
import org.podium.model.serde.WireDecoder;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.backlog.Together;
import org.podium.streams.commit.CommitPace;

/**
 * The whole topology on Kafka's test driver: the same code, stores and bytes, without a broker, in the thread that
 * calls it.
 */
public final class TopologyInMemory implements AutoCloseable {

    private final Path directory;
    private final TopologyTestDriver driver;
    private final SchemasInMemory registry;
    private final WireEncoder<EventDefinition> eventDefinitions;
    private final WireEncoder<UnitDefinition> unitDefinitions;
    private final WireEncoder<VenueEvent> events;

    /**
     * An empty one.
     *
     * @throws UncheckedIOException when there is no room for its stores in the directory for temporary files
     */
    public TopologyInMemory(TopologySettings settings) {
        registry = new SchemasInMemory(settings.topics());
        eventDefinitions = WireEncoder.of(EventDefinition.class, registry);
        unitDefinitions = WireEncoder.of(UnitDefinition.class, registry);
        events = WireEncoder.of(VenueEvent.class, registry);
        try {
            directory = Files.createTempDirectory("podium-topology");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "in-memory");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(
                new ResultsTopology(
                                settings,
                                registry,
                                new TopologyMetrics(new SimpleMeterRegistry(), Clock.systemUTC()),
                                CommitPace.ofKafkaStreams())
                        .build(properties),
                properties);
    }

    /** Takes the definition of an event. */
    public void define(EventDefinition definition, Instant at) {
        send(
                TopicCatalogue.REFERENCE_EVENTS.name(),
                definition.getCompetition() + "/" + definition.getEvent(),
                eventDefinitions.encode(definition),
                at);
    }

    /** Takes the definition of a unit. */
    public void define(UnitDefinition definition, Instant at) {
        send(
                TopicCatalogue.REFERENCE_UNITS.name(),
                UnitKey.of(definition.getCompetition(), definition.getUnit()).toString(),
                unitDefinitions.encode(definition),
                at);
    }

    /** Takes an event, as the agent of its venue sends it. */
    public void take(VenueEvent event, Instant at) {
        send(topicOf(event), keyOf(event), events.encode(event), at);
    }

    /**
     * Takes events of one venue as an instance does that is behind, each at its venue time.
     *
     * @param all at least one
     */
    public void takeTogether(List<VenueEvent> all) {
        List<Together.One> ones = new ArrayList<>();
        for (VenueEvent event : all) {
            ones.add(new Together.One(
                    ones.size(),
                    event.getVenueTime().toEpochMilli(),
                    keyOf(event).getBytes(UTF_8),
                    events.encode(event)));
        }
        ConsumerRecord<byte[], byte[]> together = Together.of(topicOf(all.getFirst()), 0, ones, Optional.empty());
        input(together.topic())
                .pipeInput(
                        new TestRecord<>(together.key(), together.value(), together.headers(), together.timestamp()));
    }

    private static String topicOf(VenueEvent event) {
        return TopicCatalogue.venueEvents(VenueCode.parse(event.getVenue())).name();
    }

    private static String keyOf(VenueEvent event) {
        return UnitKey.of(event.getCompetition(), event.getUnit()).event().toString();
    }

    private void send(String topic, String key, byte[] value, Instant at) {
        input(topic).pipeInput(new TestRecord<>(key.getBytes(UTF_8), value, at));
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * What it wrote to a topic since this was called last.
     *
     * @throws IllegalStateException when that is not of this type
     */
    public <T extends SpecificRecord> List<T> written(String topic, Class<T> type) {
        WireDecoder<T> decoder = WireDecoder.of(type, registry);
        return driver
                .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> switch (decoder.decode(record.value())) {
                    case Decoded.Message<T> message -> message.value();
                    case Decoded.Failure<T> failure ->
                        throw new IllegalStateException(topic + ": " + failure.sentence());
                })
                .toList();
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
        try {
            // The driver has emptied it.
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
