package org.podium.venue.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Up to which position everything is acknowledged. Written often and never waited for: a mark that is lost in a power
 * cut is an older one, and then some records are sent twice, which changes nothing downstream. Two slots in turn, each
 * with its checksum, so that a torn write leaves the other one.
 */
final class AckMark implements Closeable {

    private static final String FILE = "acknowledged";
    private static final int SLOT_BYTES = Long.BYTES + Integer.BYTES;
    private static final int SLOTS = 2;

    private final Disk.File file;
    private int slot;

    private AckMark(Disk.File file) {
        this.file = file;
    }

    static AckMark open(Disk disk, Path directory) throws IOException {
        return new AckMark(disk.open(directory.resolve(FILE)));
    }

    /** The mark; 0 when nothing is known to be acknowledged. */
    long read() throws IOException {
        long mark = 0;
        for (int i = 0; i < SLOTS && (i + 1L) * SLOT_BYTES <= file.size(); i++) {
            byte[] bytes = new byte[SLOT_BYTES];
            file.read((long) i * SLOT_BYTES, bytes);
            long position = ByteBuffer.wrap(bytes).getLong();
            if (ByteBuffer.wrap(bytes).getInt(Long.BYTES) == checksum(position)) {
                mark = Math.max(mark, position);
            }
        }
        return mark;
    }

    void write(long position) throws IOException {
        byte[] bytes = ByteBuffer.allocate(SLOT_BYTES)
                .putLong(position)
                .putInt(checksum(position))
                .array();
        file.write((long) slot * SLOT_BYTES, bytes);
        slot = (slot + 1) % SLOTS;
    }

    private static int checksum(long position) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        return (int) checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
