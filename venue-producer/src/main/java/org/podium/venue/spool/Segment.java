package org.podium.venue.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of a spool: records one after the other, named after the position of the first one. Not thread-safe. */
final class Segment implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Segment.class);

    static final String SUFFIX = ".spool";

    private final Path file;
    private final Disk.File bytes;
    private final long first;
    private long size;

    private Segment(Path file, Disk.File bytes, long first, long size) {
        this.file = file;
        this.bytes = bytes;
        this.first = first;
        this.size = size;
    }

    /**
     * A record, and what lies around it.
     *
     * @param next where the next record starts
     * @param damagedBytes bytes before the record that are no record
     */
    record Located(SpooledRecord record, long next, long damagedBytes) {}

    static Segment create(Disk disk, Path directory, long first) throws IOException {
        Path file = directory.resolve("%019d%s".formatted(first, SUFFIX));
        return new Segment(file, disk.open(file), first, 0);
    }

    static Segment open(Disk disk, Path file) throws IOException {
        String name = file.getFileName().toString();
        long first = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        Disk.File bytes = disk.open(file);
        return new Segment(file, bytes, first, bytes.size());
    }

    Path file() {
        return file;
    }

    /** Position of the first record. */
    long first() {
        return first;
    }

    long size() {
        return size;
    }

    /**
     * Adds a record; when that fails, nothing of it stays.
     *
     * @throws UnknownStateException when it failed so that nobody knows what is on disk
     */
    void append(byte[] record, Sync sync) throws IOException {
        try {
            bytes.write(size, record);
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
        if (sync == Sync.EVERY_RECORD) {
            try {
                bytes.force();
            } catch (IOException e) {
                cutBack(e);
                throw new UnknownStateException(e);
            }
        }
        size += record.length;
    }

    private void cutBack(IOException cause) throws UnknownStateException {
        try {
            bytes.truncate(size);
        } catch (IOException e) {
            e.addSuppressed(cause);
            throw new UnknownStateException(e);
        }
    }

    /**
     * After a failed fsync the system may have dropped what it was to write, and a second fsync succeeds all the same.
     */
    static final class UnknownStateException extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownStateException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Cuts off everything from this offset on. */
    void truncate(long offset) throws IOException {
        bytes.truncate(offset);
        bytes.force();
        size = offset;
    }

    /** Tells whoever reads the log that these bytes are no record, and should be. */
    void reportDamage(long offset, long damagedBytes) {
        LOG.atError()
                .addKeyValue("file", file)
                .addKeyValue("offset", offset)
                .addKeyValue("bytes", damagedBytes)
                .log("the disk lost records; check it, and send what is reported as a SEQUENCE_GAP again");
    }

    /** The first whole record at this offset or behind it; null when there is none. */
    @Nullable
    Located next(long offset) throws IOException {
        Located here = at(offset, 0);
        if (here != null) {
            return here;
        }
        ByteBuffer rest = ByteBuffer.wrap(read(offset, (int) Math.max(0, size - offset)));
        for (int i = 1; i + RecordFormat.HEADER_BYTES <= rest.limit(); i++) {
            if (rest.getInt(i) == RecordFormat.MAGIC) {
                Located behind = at(offset + i, i);
                if (behind != null) {
                    return behind;
                }
            }
        }
        return null;
    }

    private @Nullable Located at(long offset, long damagedBytes) throws IOException {
        if (size - offset < RecordFormat.HEADER_BYTES) {
            return null;
        }
        int body = RecordFormat.bodyLength(ByteBuffer.wrap(read(offset, RecordFormat.HEADER_BYTES)));
        long next = offset + RecordFormat.HEADER_BYTES + body;
        if (body < 0 || next > size) {
            return null;
        }
        SpooledRecord record = RecordFormat.decode(read(offset, RecordFormat.HEADER_BYTES + body));
        return record == null || record.position() < first ? null : new Located(record, next, damagedBytes);
    }

    private byte[] read(long offset, int length) throws IOException {
        byte[] part = new byte[length];
        bytes.read(offset, part);
        return part;
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
