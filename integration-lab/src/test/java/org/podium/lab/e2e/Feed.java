package org.podium.lab.e2e;

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
import org.podium.model.wire.Result;

/** {@code results.feed} as a broadcaster reads it: every version from the topic's first record on. */
final class Feed {

    private static final Duration POLL = Duration.ofMillis(200);

    private Feed() {}

    /**
     * All versions of a competition's units by RSC, in order. Competition code and times, which differ between two runs
     * of the same events, are taken out.
     */
    static Map<String, List<Result>> of(String competition, Stack stack) {
        Map<String, List<Result>> units = new TreeMap<>();
        var decoder = WireSerde.of(Result.class, stack.registry()).deserializer();
        for (ConsumerRecord<byte[], byte[]> record : read(TopicCatalogue.RESULTS_FEED.name(), stack)) {
            Result result = decoder.deserialize(record.topic(), record.value());
            if (result.getCompetition().equals(competition)) {
                units.computeIfAbsent(result.getUnit(), rsc -> new ArrayList<>())
                        .add(withoutTimes(result));
            }
        }
        return units;
    }

    private static Result withoutTimes(Result result) {
        return Result.newBuilder(result)
                .setCompetition("ANY")
                .setTakenAt(Instant.EPOCH)
                .setVenueTime(Instant.EPOCH)
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
