package org.podium.streams.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's timestamp. One without, or with a negative one, would end the stream with Streams' own extractor: it is
 * 0.
 */
final class NotBefore1970 implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return of(record.timestamp());
    }

    static long of(long timestamp) {
        return Math.max(0, timestamp);
    }
}
