package org.podium.streams.validate;

import org.jspecify.annotations.Nullable;

/**
 * A record as it was read, kept whole so that a reject can carry it. Its arrays are never changed.
 *
 * @param topic topic that it was read from
 * @param partition partition that it was read from
 * @param offset offset that it was read from
 * @param timestamp the agent's clock when it took the event, milliseconds since 1970 UTC
 * @param key null when it had none
 * @param value null when it had none
 */
@SuppressWarnings("ArrayRecordComponent") // Two records are never compared: their position tells them apart.
public record SourceRecord(
        String topic, int partition, long offset, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {

    /** Where it was read, for people. */
    public String position() {
        return topic + "-" + partition + "@" + offset;
    }

    /** Bytes of key and value. */
    public long size() {
        return (key == null ? 0L : key.length) + (value == null ? 0L : value.length);
    }
}
