package org.podium.streams.topology;

import java.time.Duration;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.FeedFlag;
import org.podium.streams.catalogue.Catalogue;
import org.podium.streams.fold.Limits;

/**
 * What the topology is built for.
 *
 * @param topics of the deployment
 * @param partitions of every topic
 * @param feed of the deployment; events of another one are rejected
 * @param limits of one unit
 * @param parking how much may wait for definitions
 * @param decodedBytes a task keeps those units decoded in memory that were used last and take so many bytes in its
 *     stores; in memory it is {@value #IN_MEMORY} times as much
 * @param repeatOnDuplicate true when a duplicate sends the newest result again: at least once needs it, since a crash
 *     may come between the store and the topic; exactly once does not
 * @param catalogue has the rules of units whose definitions name none
 * @param registryPatience how long a record with a new schema id waits for a registry that is away before its task
 *     starts again
 */
public record TopologySettings(
        TopicCatalogue topics,
        int partitions,
        FeedFlag feed,
        Limits limits,
        Parking parking,
        long decodedBytes,
        boolean repeatOnDuplicate,
        Catalogue catalogue,
        Duration registryPatience) {

    /**
     * Bytes in memory for each byte stored of a unit that is decoded, with what was made of it last; measured with the
     * units of the simulator, of 8 and of 100 competitors.
     */
    public static final int IN_MEMORY = 16;

    /**
     * Bounds of what waits for definitions.
     *
     * @param recordsPerUnit most records of one unit
     * @param records most records of one task
     * @param bytes most bytes of one task
     */
    public record Parking(long recordsPerUnit, long records, long bytes) {

        /**
         * A unit sends about a thousand events; a venue that starts without its definitions has some dozens of units.
         */
        public static final Parking USUAL = new Parking(1_000, 20_000, 64L << 20);
    }

    /** Settings that a deployment starts from, for exactly-once, with the catalogue that the library brings. */
    public static TopologySettings usual(TopicCatalogue topics, int partitions, FeedFlag feed) {
        return new TopologySettings(
                topics,
                partitions,
                feed,
                Limits.USUAL,
                Parking.USUAL,
                4 << 20,
                false,
                Catalogue.bundled(),
                Duration.ofSeconds(60));
    }
}
