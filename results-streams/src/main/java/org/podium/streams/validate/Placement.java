package org.podium.streams.validate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.podium.model.id.EventKey;
import org.podium.model.topic.EventPartitions;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.RejectReason;

/**
 * Whether a record belongs to this deployment's feed and lies where its key says. Partitioners of other languages'
 * clients differ from Java's, and a record in the wrong task would start a second life of its unit there.
 *
 * @param feed the deployment's feed
 * @param partitions of every topic
 */
public record Placement(FeedFlag feed, int partitions) {

    /** What is wrong with the feed; empty when nothing is. */
    public <T> Optional<Checked<T>> refusesFeed(FeedFlag found) {
        return found == feed
                ? Optional.empty()
                : Optional.of(Checked.refused(
                        RejectReason.WRONG_FEED,
                        "feed %s in a deployment of feed %s; send it to the deployment that it is meant for",
                        found,
                        feed));
    }

    /** What is wrong with key or partition; empty when nothing is. */
    public <T> Optional<Checked<T>> refusesPosition(SourceRecord record, String key, EventKey event) {
        if (!Arrays.equals(record.key(), key.getBytes(StandardCharsets.UTF_8))) {
            return Optional.of(Checked.refused(
                    RejectReason.WRONG_KEY,
                    "key %s of a record about %s; the key has to be %s in UTF-8",
                    record.key() == null ? "missing" : "'" + text(record.key()) + "'",
                    key,
                    key));
        }
        int expected = EventPartitions.partitionOf(event, partitions);
        if (record.partition() != expected) {
            return Optional.of(Checked.refused(
                    RejectReason.WRONG_PARTITION,
                    "event %s on partition %d of %d; it belongs on %d: use the murmur2 partitioner on the event key",
                    event,
                    record.partition(),
                    partitions,
                    expected));
        }
        return Optional.empty();
    }

    private static String text(byte[] key) {
        String text = new String(key, StandardCharsets.UTF_8);
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
