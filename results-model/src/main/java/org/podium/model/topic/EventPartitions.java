package org.podium.model.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.podium.model.id.EventKey;

/**
 * The partition that everything about an event belongs to: murmur2 of the event key's UTF-8 text, as Java's default
 * partitioner computes it for a record keyed by event. Every topic has the same number of partitions, and records keyed
 * by unit follow their event, so that all units of an event meet in one task.
 */
public final class EventPartitions {

    private EventPartitions() {}

    /** Partition of the event among so many. */
    public static int partitionOf(EventKey event, int partitions) {
        return Utils.toPositive(Utils.murmur2(event.toString().getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
