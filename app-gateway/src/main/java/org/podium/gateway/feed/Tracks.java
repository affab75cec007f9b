package org.podium.gateway.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.podium.gateway.board.Origin;
import org.podium.model.topic.TopicCatalogue;

/**
 * The partitions that positions count, in the order in which they count them: those of the feed, of the events, of the
 * medals.
 */
final class Tracks {

    private static final List<String> COUNTED = List.of(
            TopicCatalogue.RESULTS_FEED.name(),
            TopicCatalogue.RESULTS_EVENTS.name(),
            TopicCatalogue.RESULTS_MEDALS.name());

    private final List<TopicPartition> partitions = new ArrayList<>();

    /** Tracks of topics with so many partitions. */
    Tracks(Map<String, Integer> partitionCounts) {
        for (String topic : COUNTED) {
            for (int partition = 0; partition < partitionCounts.getOrDefault(topic, 0); partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
        }
    }

    /** Topics that positions count. */
    static List<String> topics() {
        return COUNTED;
    }

    /** The partitions, in the order of their tracks. */
    List<TopicPartition> partitions() {
        return List.copyOf(partitions);
    }

    /** True when the partition keeps every record until it is old, and not only the newest of each key. */
    boolean isComplete(TopicPartition partition) {
        return partition.topic().equals(TopicCatalogue.RESULTS_FEED.name());
    }

    Origin origin(String topic, int partition, long offset) {
        int track = partitions.indexOf(new TopicPartition(topic, partition));
        return track < 0 ? Origin.UNCOUNTED : new Origin(track, offset);
    }

    /** An offset for each track. */
    long[] offsets(ToLongFunction<TopicPartition> offset) {
        return partitions.stream().mapToLong(offset).toArray();
    }
}
