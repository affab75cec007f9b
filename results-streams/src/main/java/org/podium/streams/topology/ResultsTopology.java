package org.podium.streams.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireSerde;
import org.podium.model.topic.EventPartitions;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.RejectedEvent;
import org.podium.streams.commit.CommitPace;

/**
 * The wiring, from top to bottom as the flow goes: records of venues, desk and organiser into the unit stage, which
 * keys everything by event and so needs no repartition; its results, medallists and rejects to their topics; and, one
 * small hop further, the medal table, for which everything of a competition meets in one task.
 *
 * <p>Every node, store and internal topic is named. {@code expected-topology.txt} shows what comes out, and its test
 * says how to change it.
 */
public final class ResultsTopology {

    private final TopologySettings settings;
    private final SchemaRegistry registry;
    private final TopologyMetrics metrics;
    private final CommitPace pace;

    public ResultsTopology(
            TopologySettings settings, SchemaRegistry registry, TopologyMetrics metrics, CommitPace pace) {
        this.settings = settings;
        this.registry = registry;
        this.metrics = metrics;
        this.pace = pace;
    }

    /**
     * The topology.
     *
     * @param properties those that Kafka Streams is started with
     * @throws SchemaRegistry.UnknownSchemaException when a schema is not registered
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     */
    public Topology build(Properties properties) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        KStream<byte[], byte[]> records = read(builder);
        KStream<String, Emission> emissions = fold(records);
        results(emissions);
        rejects(emissions);
        KStream<String, EventResult> events = events(emissions);
        medals(events);
        return builder.build(properties);
    }

    private KStream<byte[], byte[]> read(StreamsBuilder builder) {
        List<String> topics = new ArrayList<>();
        settings.topics().venueTopics().forEach(topic -> topics.add(topic.name()));
        topics.add(TopicCatalogue.DESK_EVENTS.name());
        topics.add(TopicCatalogue.REFERENCE_UNITS.name());
        topics.add(TopicCatalogue.REFERENCE_EVENTS.name());
        topics.add(TopicCatalogue.REFERENCE_RECORDS.name());
        KStream<byte[], byte[]> live = builder.stream(
                topics,
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                        .withTimestampExtractor(new NotBefore1970())
                        .withName("read-events-and-definitions"));
        KStream<byte[], byte[]> replayed = builder.stream(
                TopicCatalogue.REPLAY_EVENTS.name(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                        .withTimestampExtractor(new BehindLive())
                        .withName("read-replays"));
        return live.merge(replayed, Named.as("live-before-replays"));
    }

    private KStream<String, Emission> fold(KStream<byte[], byte[]> records) {
        return records.process(new UnitStage.Supplier(settings, registry, metrics, pace), Named.as("fold-units"));
    }

    private void results(KStream<String, Emission> emissions) {
        KStream<String, byte[]> results = emissions.flatMapValues(
                emission -> emission instanceof Emission.OfResult(byte[] value) ? List.of(value) : List.of(),
                Named.as("take-results"));
        results.to(TopicCatalogue.RESULTS_FEED.name(), byEventOfUnit("write-results-feed"));
        results.to(TopicCatalogue.RESULTS_UNITS.name(), byEventOfUnit("write-results-units"));
    }

    private Produced<String, byte[]> byEventOfUnit(String name) {
        return Produced.with(Serdes.String(), Serdes.ByteArray())
                .withStreamPartitioner((topic, unit, value, partitions) -> Optional.of(
                        Set.of(EventPartitions.partitionOf(UnitKey.parse(unit).event(), partitions))))
                .withName(name);
    }

    private void rejects(KStream<String, Emission> emissions) {
        emissions
                .flatMapValues(
                        emission -> emission instanceof Emission.OfReject(RejectedEvent value)
                                ? List.of(value)
                                : List.<RejectedEvent>of(),
                        Named.as("take-rejects"))
                .to(
                        TopicCatalogue.RESULTS_REJECTED.name(),
                        Produced.with(Serdes.String(), serde(RejectedEvent.class))
                                // One whose event could not be read stays on the partition that it came from.
                                .withStreamPartitioner((topic, event, reject, partitions) -> event == null
                                        ? Optional.of(Set.of(reject.getPartition() % partitions))
                                        : Optional.empty())
                                .withName("write-results-rejected"));
    }

    private KStream<String, EventResult> events(KStream<String, Emission> emissions) {
        KStream<String, EventResult> events = emissions.flatMapValues(
                emission -> emission instanceof Emission.OfEvent(EventResult value)
                        ? List.of(value)
                        : List.<EventResult>of(),
                Named.as("take-events"));
        events.to(
                TopicCatalogue.RESULTS_EVENTS.name(),
                Produced.with(Serdes.String(), serde(EventResult.class)).withName("write-results-events"));
        return events;
    }

    private void medals(KStream<String, EventResult> events) {
        events.selectKey((event, result) -> result.getCompetition(), Named.as("key-medallists-by-competition"))
                .repartition(Repartitioned.<String, EventResult>as("medallists")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(serde(EventResult.class))
                        // There are a competition and its rehearsals, and a few hundred medallists in all.
                        .withNumberOfPartitions(1))
                .process(new MedalStage.Supplier(pace), Named.as("fold-medals"))
                .to(
                        TopicCatalogue.RESULTS_MEDALS.name(),
                        Produced.with(Serdes.String(), serde(MedalStanding.class))
                                .withName("write-results-medals"));
    }

    private <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
        return WireSerde.of(type, registry);
    }
}
