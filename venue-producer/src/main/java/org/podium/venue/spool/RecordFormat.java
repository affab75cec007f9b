package org.podium.venue.spool;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A record's bytes, big-endian:
 *
 * <pre>
 * magic 4 │ length of the body 4 │ CRC32C of length and body 4 │ body: position 8 │ taken at 8 │ length of key 4 │ key │ value
 * </pre>
 *
 * <p>The position is part of what is checked, so that bytes left from an older file are not taken for a record; the
 * magic lets a reader find the next record after a damaged one.
 */
final class RecordFormat {

    /** "PODS". */
    static final int MAGIC = 0x504F4453;

    static final int HEADER_BYTES = 3 * Integer.BYTES;

    private static final int BODY_START_BYTES = 2 * Long.BYTES + Integer.BYTES;

    /** Far above the largest message; a greater length is damage, and no memory is taken for it. */
    private static final int MOST_BODY_BYTES = 16 * 1_048_576;

    private RecordFormat() {}

    static int sizeOf(byte[] key, byte[] value) {
        return HEADER_BYTES + BODY_START_BYTES + key.length + value.length;
    }

    static byte[] encode(long position, long takenAtMillis, byte[] key, byte[] value) {
        int size = sizeOf(key, value);
        byte[] record = new byte[size];
        ByteBuffer bytes = ByteBuffer.wrap(record)
                .putInt(MAGIC)
                .putInt(size - HEADER_BYTES)
                .putInt(0)
                .putLong(position)
                .putLong(takenAtMillis)
                .putInt(key.length)
                .put(key)
                .put(value);
        bytes.putInt(2 * Integer.BYTES, checksum(record));
        return record;
    }

    /** Length of the body that a header announces; -1 when it is no header. */
    static int bodyLength(ByteBuffer header) {
        int length = header.getInt(Integer.BYTES);
        boolean plausible = header.getInt(0) == MAGIC && length >= BODY_START_BYTES && length <= MOST_BODY_BYTES;
        return plausible ? length : -1;
    }

    /** The record that header and body hold; null when they are damaged. */
    static @Nullable SpooledRecord decode(byte[] record) {
        ByteBuffer bytes = ByteBuffer.wrap(record);
        if (bytes.getInt(2 * Integer.BYTES) != checksum(record)) {
            return null;
        }
        ByteBuffer body = bytes.position(HEADER_BYTES);
        long position = body.getLong();
        long takenAtMillis = body.getLong();
        int keyLength = body.getInt();
        if (keyLength < 0 || keyLength > body.remaining()) {
            return null;
        }
        byte[] key = new byte[keyLength];
        byte[] value = new byte[body.remaining() - keyLength];
        body.get(key).get(value);
        return new SpooledRecord(position, takenAtMillis, key, value);
    }

    private static int checksum(byte[] record) {
        CRC32C checksum = new CRC32C();
        checksum.update(record, Integer.BYTES, Integer.BYTES);
        checksum.update(record, HEADER_BYTES, record.length - HEADER_BYTES);
        return (int) checksum.getValue();
    }
}
