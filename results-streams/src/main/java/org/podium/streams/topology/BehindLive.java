package org.podium.streams.topology;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.podium.streams.validate.Origins;

/**
 * Puts replays behind live records. Of the records that a task has at hand, Kafka Streams takes the one with the lowest
 * timestamp first: that of a replay is as much later as the oldest live record may be late. What a task stores has this
 * timestamp as well, so that it stays within the hour by which brokers let one be ahead of their clock.
 */
final class BehindLive implements TimestampExtractor {

    private static final long BEHIND_MILLIS = Duration.ofMinutes(30).toMillis();

    private final TimestampExtractor own = new NotBefore1970();

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return own.extract(record, partitionTime) + BEHIND_MILLIS;
    }

    /** When a record was taken, of one that came from a topic with the timestamp that Kafka Streams knows. */
    static long takenAt(String topic, long timestamp) {
        return Origins.isReplay(topic) ? timestamp - BEHIND_MILLIS : timestamp;
    }
}
