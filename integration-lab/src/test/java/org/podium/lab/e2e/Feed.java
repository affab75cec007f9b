package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.podium.lab.stack.Stack;
import org.podium.model.serde.WireSerde;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Change;
import org.podium.model.wire.Result;

/** {@code results.feed} as a broadcaster reads it: every version from the topic's first record on. */
final class Feed {

    private static final Duration POLL = Duration.ofMillis(200);

    private Feed() {}

    /** All versions of a competition's units by RSC, in order. */
    static Map<String, List<Result>> of(String competition, Stack stack) {
        Map<String, List<Result>> units = new TreeMap<>();
        var decoder = WireSerde.of(Result.class, stack.registry()).deserializer();
        for (ConsumerRecord<byte[], byte[]> record : read(TopicCatalogue.RESULTS_FEED.name(), stack)) {
            Result result = decoder.deserialize(record.topic(), record.value());
            if (result.getCompetition().equals(competition)) {
                units.computeIfAbsent(result.getUnit(), rsc -> new ArrayList<>())
                        .add(result);
            }
        }
        return units;
    }

    /** Fails unless all versions are there from 1, or one that says it stands for them, too. */
    static void assertNumbered(List<Result> versions) {
        long last = 0;
        for (Result version : versions) {
            assertThat(version.getVersion() - version.getChange().getEarlier().size())
                    .as("after version %d of %s", last, version.getUnit())
                    .isEqualTo(last + 1);
            last = version.getVersion();
        }
    }

    /**
     * Fails unless two runs of the same events end alike, and are alike in every version that both have. Which are left
     * out, where an instance is behind, differs. So do competition code and times, and what a version changed since the
     * one published before.
     */
    static void assertAlike(List<Result> found, List<Result> expected) {
        assertNumbered(found);
        assertNumbered(expected);
        assertThat(found.getLast().getVersion()).isEqualTo(expected.getLast().getVersion());
        Map<Long, Result> known = new TreeMap<>();
        expected.forEach(version -> known.put(version.getVersion(), comparable(version)));
        assertThat(found.stream().map(Feed::comparable).filter(version -> known.containsKey(version.getVersion())))
                .allSatisfy(version -> assertThat(version).isEqualTo(known.get(version.getVersion())));
    }

    private static Result comparable(Result result) {
        return Result.newBuilder(result)
                .setCompetition("ANY")
                .setTakenAt(Instant.EPOCH)
                .setVenueTime(Instant.EPOCH)
                .setChange(Change.newBuilder(result.getChange())
                        .setLines(List.of())
                        .setMoreLines(0)
                        .setStatusBefore(null)
                        .setEarlier(List.of())
                        .build())
                .build();
    }

    /** All records that are on the topic now, as bytes. */
    static List<ConsumerRecord<byte[], byte[]>> read(String topic, Stack stack) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.infrastructure().bootstrapServers(),
                        "isolation.level",
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end(ends, partition))) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
