package org.podium.model.topic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.podium.model.wire.RejectedEvent;

/**
 * A topic as it is declared once.
 *
 * @param name name in the cluster
 * @param key what the key is
 * @param value schema of the value
 * @param retention how long records are kept; empty where the topic is compacted and keeps the newest of each key
 * @param writtenBy whose credential may write, nobody else's
 * @param readBy whose credentials may read, nobody else's
 */
public record Topic(
        String name, KeyKind key, Schema value, Optional<Duration> retention, Party writtenBy, List<Party> readBy) {

    public Topic {
        readBy = List.copyOf(readBy);
    }

    /** Largest record of a topic: a result of 150 competitors with all their splits is below 200 KiB. */
    public static final int MAX_MESSAGE_BYTES = 1_048_576;

    /** Largest record of results.rejected: the largest of any other topic with what is said about it. */
    public static final int MAX_REJECTED_BYTES = 2 * MAX_MESSAGE_BYTES;

    /** What the key of a topic is, as UTF-8 text. */
    public enum KeyKind {
        /** {@link org.podium.model.id.EventKey}. */
        EVENT,
        /** {@link org.podium.model.id.UnitKey}. */
        UNIT,
        /** Competition code, slash, organisation code: {@code OG2024/KEN}. */
        ORGANISATION
    }

    /** Largest record of the topic, in bytes. */
    public int maxMessageBytes() {
        return value.equals(RejectedEvent.getClassSchema()) ? MAX_REJECTED_BYTES : MAX_MESSAGE_BYTES;
    }

    /** True where only the newest record of each key is kept. */
    public boolean compacted() {
        return retention.isEmpty();
    }
}
