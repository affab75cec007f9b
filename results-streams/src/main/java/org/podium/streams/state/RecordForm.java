package org.podium.streams.state;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.podium.streams.stored.StoredRecord;
import org.podium.streams.validate.SourceRecord;

/** A record as it was read, in its stored form. */
public final class RecordForm {

    private RecordForm() {}

    /** The form of a record. */
    public static StoredRecord of(SourceRecord record) {
        return new StoredRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                wrap(record.key()),
                wrap(record.value()));
    }

    /** The record of a form. */
    public static SourceRecord read(StoredRecord stored) {
        return new SourceRecord(
                stored.getTopic(),
                stored.getPartition(),
                stored.getOffset(),
                stored.getTimestamp(),
                unwrap(stored.getKey()),
                unwrap(stored.getValue()));
    }

    static @Nullable ByteBuffer wrap(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    static byte @Nullable [] unwrap(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
