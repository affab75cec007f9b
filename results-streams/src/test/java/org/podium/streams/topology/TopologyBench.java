package org.podium.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.WireDecoder;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.backlog.Together;
import org.podium.streams.bench.RegistryInMemory;
import org.podium.streams.bench.Voice;
import org.podium.streams.commit.CommitPace;
import org.podium.streams.fold.Limits;

/** The whole topology on Kafka's test driver, one partition a topic. What it wrote is kept, in order. */
final class TopologyBench implements AutoCloseable {

    static final TopicCatalogue TOPICS = new TopicCatalogue(List.of(Voice.STADIUM, Voice.POOL));
    static final TopologySettings SETTINGS = TopologySettings.usual(TOPICS, 1, FeedFlag.PRODUCTION);

    /** Without a decoded unit in memory: every event reads its unit from the store, as after a restart. */
    static final TopologySettings FORGETFUL = new TopologySettings(
            SETTINGS.topics(),
            SETTINGS.partitions(),
            FeedFlag.PRODUCTION,
            SETTINGS.limits(),
            SETTINGS.parking(),
            0,
            SETTINGS.repeatOnDuplicate(),
            SETTINGS.catalogue(),
            SETTINGS.registryPatience());

    /** With room for units of so many bytes. */
    static TopologySettings withUnitBytes(int most) {
        Limits usual = SETTINGS.limits();
        return new TopologySettings(
                SETTINGS.topics(),
                SETTINGS.partitions(),
                FeedFlag.PRODUCTION,
                new Limits(
                        usual.heldEvents(),
                        usual.heldBytes(),
                        usual.gapWidth(),
                        usual.statementsPerSlot(),
                        usual.waitingCompetitors(),
                        usual.sources(),
                        most,
                        usual.clockTolerance()),
                SETTINGS.parking(),
                SETTINGS.decodedBytes(),
                SETTINGS.repeatOnDuplicate(),
                SETTINGS.catalogue(),
                SETTINGS.registryPatience());
    }

    static final List<String> STORES = List.of(
            StateStores.DEFINITIONS,
            StateStores.EVENT_DEFINITIONS,
            StateStores.UNITS,
            StateStores.PARKED,
            StateStores.EVENTS,
            StateStores.RECORDS,
            StateStores.MEDALS);

    final RegistryInMemory registry = RegistryInMemory.withAllSchemas();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologySettings settings;
    private final TopologyTestDriver driver;
    private final Path directory;
    private final WireEncoder<VenueEvent> events = WireEncoder.of(VenueEvent.class, registry);
    private final WireEncoder<RecordList> records = WireEncoder.of(RecordList.class, registry);
    private final WireEncoder<UnitDefinition> definitions = WireEncoder.of(UnitDefinition.class, registry);
    private final WireEncoder<EventDefinition> eventDefinitions = WireEncoder.of(EventDefinition.class, registry);
    private final List<TestRecord<byte[], byte[]>> feed = new ArrayList<>();
    private final List<TestRecord<byte[], byte[]>> rejected = new ArrayList<>();

    TopologyBench() {
        this(SETTINGS);
    }

    TopologyBench(TopologySettings settings) {
        this.settings = settings;
        try {
            directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties properties = properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        Clock clock = Clock.fixed(Voice.START.plusSeconds(60), ZoneOffset.UTC);
        driver = new TopologyTestDriver(
                new ResultsTopology(settings, registry, new TopologyMetrics(meters, clock), CommitPace.ofKafkaStreams())
                        .build(properties),
                properties);
    }

    static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }

    /** Another process that has restored what this one stored, and nothing else. */
    TopologyBench restarted() {
        TopologyBench next = new TopologyBench(settings);
        for (String name : STORES) {
            KeyValueStore<String, byte[]> to = next.driver.getKeyValueStore(name);
            store(name).forEach(entry -> to.put(entry.key, entry.value));
        }
        return next;
    }

    /** What is in a store. */
    List<KeyValue<String, byte[]>> store(String name) {
        List<KeyValue<String, byte[]>> entries = new ArrayList<>();
        KeyValueStore<String, byte[]> store = driver.getKeyValueStore(name);
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(entries::add);
        }
        return entries;
    }

    /** Bytes of what is stored of a unit's state. */
    int bytesOf(String unit) {
        return store(StateStores.UNITS).stream()
                .filter(entry -> entry.key.startsWith("OG2024/" + unit))
                .mapToInt(entry -> entry.value.length)
                .sum();
    }

    void define(UnitDefinition definition) {
        send(
                TopicCatalogue.REFERENCE_UNITS.name(),
                (definition.getCompetition() + "/" + definition.getUnit()).getBytes(UTF_8),
                definitions.encode(definition),
                Voice.START.minusSeconds(3_600));
    }

    void organise(EventDefinition event) {
        send(
                TopicCatalogue.REFERENCE_EVENTS.name(),
                (event.getCompetition() + "/" + event.getEvent()).getBytes(UTF_8),
                eventDefinitions.encode(event),
                Voice.START.minusSeconds(3_600));
    }

    void disorganise(String event) {
        send(TopicCatalogue.REFERENCE_EVENTS.name(), ("OG2024/" + event).getBytes(UTF_8), null, Voice.START);
    }

    void publish(RecordList list) {
        send(
                TopicCatalogue.REFERENCE_RECORDS.name(),
                (list.getCompetition() + "/" + list.getEvent()).getBytes(UTF_8),
                records.encode(list),
                Voice.START.minusSeconds(1_800));
    }

    void removeRecords(String event) {
        send(TopicCatalogue.REFERENCE_RECORDS.name(), ("OG2024/" + event).getBytes(UTF_8), null, Voice.START);
    }

    void undefine(String unit) {
        send(TopicCatalogue.REFERENCE_UNITS.name(), ("OG2024/" + unit).getBytes(UTF_8), null, Voice.START);
    }

    /** Sends events as their venue's agent does. */
    void send(VenueEvent... all) {
        for (VenueEvent event : all) {
            sendAt(event.getVenueTime(), event);
        }
    }

    /** Sends an event that the agent took at that time. */
    void sendAt(Instant takenAt, VenueEvent event) {
        send(topicOf(event), keyOf(event), encode(event), takenAt);
    }

    /** Sends events of one venue as a thread gets them that is behind. */
    void sendTogether(List<VenueEvent> all) {
        VenueEvent first = all.getFirst();
        List<Together.One> records = new ArrayList<>();
        for (VenueEvent event : all) {
            records.add(
                    new Together.One(records.size(), event.getVenueTime().toEpochMilli(), keyOf(event), encode(event)));
        }
        ConsumerRecord<byte[], byte[]> together = Together.of(topicOf(first), 0, records, Optional.empty());
        input(topicOf(first))
                .pipeInput(
                        new TestRecord<>(together.key(), together.value(), together.headers(), together.timestamp()));
    }

    byte[] encode(VenueEvent event) {
        return events.encode(event);
    }

    static String topicOf(VenueEvent event) {
        return event.getVenue().equals("DESK")
                ? TopicCatalogue.DESK_EVENTS.name()
                : "venue." + event.getVenue() + ".events";
    }

    static byte[] keyOf(VenueEvent event) {
        String unit = event.getUnit();
        return (event.getCompetition() + "/" + unit.substring(0, Math.min(22, unit.length()))).getBytes(UTF_8);
    }

    void send(String topic, byte @Nullable [] key, byte @Nullable [] value, Instant timestamp) {
        send(topic, key, value, new RecordHeaders(), timestamp);
    }

    void send(String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers, Instant timestamp) {
        input(topic).pipeInput(new TestRecord<>(key, value, headers, timestamp));
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** All versions of results so far. */
    List<Result> results() {
        return feedBytes().stream().map(bytes -> decode(Result.class, bytes)).toList();
    }

    /** The same as they are on the topic. */
    List<byte[]> feedBytes() {
        drain(TopicCatalogue.RESULTS_FEED.name(), feed::add);
        return feed.stream().map(TestRecord::value).toList();
    }

    /** The newest result. */
    Result newest() {
        return results().getLast();
    }

    /** Qualification marks in the newest result of a unit, by competitor. */
    Map<String, String> marks(String unit) {
        Map<String, String> marks = new TreeMap<>();
        for (ResultLine line : newest(unit).getLines()) {
            if (line.getQualification() != null) {
                marks.put(line.getCompetitor(), line.getQualification());
            }
        }
        return marks;
    }

    Result newest(String unit) {
        return results().stream()
                .filter(result -> result.getUnit().equals(unit))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Everything rejected, flagged or parked so far. */
    List<RejectedEvent> rejects() {
        drain(TopicCatalogue.RESULTS_REJECTED.name(), rejected::add);
        return rejected.stream()
                .map(record -> decode(RejectedEvent.class, record.value()))
                .toList();
    }

    List<RejectReason> reasons() {
        return rejects().stream().map(RejectedEvent::getReason).toList();
    }

    /** Results of events written since the last call. */
    List<EventResult> newEvents() {
        return drained(TopicCatalogue.RESULTS_EVENTS.name(), EventResult.class);
    }

    /** Medal standings written since the last call. */
    List<MedalStanding> newMedals() {
        return drained(TopicCatalogue.RESULTS_MEDALS.name(), MedalStanding.class);
    }

    /** Results of the compacted topic written since the last call. */
    List<Result> newUnits() {
        return drained(TopicCatalogue.RESULTS_UNITS.name(), Result.class);
    }

    /** How many reports of that kind were counted. */
    double counted(Disposition disposition, RejectReason reason) {
        Counter counter = meters.find("podium.streams.reports")
                .tags(
                        "disposition",
                        disposition.name().toLowerCase(Locale.ROOT),
                        "reason",
                        reason.name().toLowerCase(Locale.ROOT))
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private <T extends SpecificRecord> List<T> drained(String topic, Class<T> type) {
        List<T> messages = new ArrayList<>();
        drain(topic, record -> messages.add(decode(type, record.value())));
        return messages;
    }

    private void drain(String topic, Consumer<TestRecord<byte[], byte[]>> to) {
        driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .forEach(to);
    }

    private <T extends SpecificRecord> T decode(Class<T> type, byte[] bytes) {
        Decoded<T> decoded = WireDecoder.of(type, registry).decode(bytes);
        assertThat(decoded).isInstanceOf(Decoded.Message.class);
        return ((Decoded.Message<T>) decoded).value();
    }

    @Override
    public void close() {
        driver.close();
        try {
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
