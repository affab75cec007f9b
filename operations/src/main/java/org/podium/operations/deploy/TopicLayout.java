package org.podium.operations.deploy;

/**
 * What all topics of a deployment have in common.
 *
 * @param partitions of every topic, at least 1
 * @param replication copies of every partition, at least 1
 * @param minInSync copies that have to have a record before it counts as written, 1 to {@code replication}
 */
public record TopicLayout(int partitions, short replication, int minInSync) {

    /** @throws IllegalArgumentException when a number is out of range */
    public TopicLayout {
        if (partitions < 1 || replication < 1 || minInSync < 1 || minInSync > replication) {
            throw new IllegalArgumentException(
                    "%d partitions, %d copies, %d of them in sync: each has to be 1 or more, and not more copies in sync than there are"
                            .formatted(partitions, replication, minInSync));
        }
    }

    /** For a single broker on somebody's machine. */
    public static TopicLayout onOneBroker(int partitions) {
        return new TopicLayout(partitions, (short) 1, 1);
    }

    /** As configured. */
    public static TopicLayout of(TopicSettings settings) {
        return new TopicLayout(settings.partitions(), settings.replication(), settings.minInSync());
    }
}
