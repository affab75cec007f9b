package org.podium.lab.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.WireDecoder;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.topology.ResultsTopology;
import org.podium.streams.topology.TopologyMetrics;
import org.podium.streams.topology.TopologySettings;

/** The real topology on Kafka's test driver: the same bytes as on topics, without a broker. */
final class ThroughTopology implements Through {

    private static final VenueCode VENUE = VenueCode.parse(UnitScript.VENUE);

    private final Path directory;
    private final TopologyTestDriver driver;
    private final SchemasInMemory registry;
    private final WireEncoder<UnitDefinition> definitions;
    private final WireEncoder<VenueEvent> events;

    ThroughTopology() {
        TopicCatalogue topics = new TopicCatalogue(List.of(VENUE));
        registry = new SchemasInMemory(topics);
        definitions = WireEncoder.of(UnitDefinition.class, registry);
        events = WireEncoder.of(VenueEvent.class, registry);
        try {
            directory = Files.createTempDirectory("podium-conformance");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "conformance");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(
                new ResultsTopology(
                                TopologySettings.usual(topics, 1, FeedFlag.PRODUCTION),
                                registry,
                                new TopologyMetrics(new SimpleMeterRegistry(), Clock.systemUTC()))
                        .build(properties),
                properties);
    }

    @Override
    public Ranked rank(List<UnitScript> units) {
        TestInputTopic<byte[], byte[]> reference = input(TopicCatalogue.REFERENCE_UNITS.name());
        TestInputTopic<byte[], byte[]> venue =
                input(TopicCatalogue.venueEvents(VENUE).name());
        Map<UnitKey, Map<String, RankedCompetitor>> results = new HashMap<>();
        Map<UnitKey, List<String>> rejects = new HashMap<>();
        Map<String, List<Integer>> medals = new HashMap<>();
        for (UnitScript unit : units) {
            send(
                    reference,
                    unit.key().toString(),
                    definitions.encode(unit.definition()),
                    unit.definition().getScheduledStart());
            for (VenueEvent event : unit.events()) {
                send(venue, unit.key().event().toString(), events.encode(event), event.getVenueTime());
            }
            written(TopicCatalogue.RESULTS_FEED.name(), Result.class)
                    .forEach(result ->
                            results.put(UnitKey.of(result.getCompetition(), result.getUnit()), lines(result)));
            for (RejectedEvent reject : written(TopicCatalogue.RESULTS_REJECTED.name(), RejectedEvent.class)) {
                rejects.computeIfAbsent(unit.key(), key -> new ArrayList<>())
                        .add(reject.getReason() + ": " + reject.getSentence());
            }
            for (MedalStanding standing : written(TopicCatalogue.RESULTS_MEDALS.name(), MedalStanding.class)) {
                medals.put(
                        standing.getOrganisation(),
                        List.of(standing.getGold(), standing.getSilver(), standing.getBronze()));
            }
        }
        return new Ranked(results, rejects, medals);
    }

    private static Map<String, RankedCompetitor> lines(Result result) {
        Map<String, RankedCompetitor> lines = new HashMap<>();
        for (ResultLine line : result.getLines()) {
            lines.put(
                    line.getCompetitor(),
                    new RankedCompetitor(line.getRank(), line.getDecision(), line.getText(), line.getMedal()));
        }
        return lines;
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void send(TestInputTopic<byte[], byte[]> topic, String key, byte[] value, Instant at) {
        topic.pipeInput(new TestRecord<>(key.getBytes(UTF_8), value, at));
    }

    private <T extends SpecificRecord> List<T> written(String topic, Class<T> type) {
        TestOutputTopic<byte[], byte[]> output =
                driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        WireDecoder<T> decoder = WireDecoder.of(type, registry);
        return output.readRecordsToList().stream()
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
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
