package org.podium.venue.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.podium.venue.spool.Taking.Reason;
import org.podium.venue.spool.Taking.Refused;
import org.podium.venue.spool.Taking.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records on disk until they are acknowledged. What was taken is never lost: not by {@code kill -9}, not by a full
 * disk, and with {@link Sync#EVERY_RECORD} not by a power cut. What cannot be taken is refused, and says why. After a
 * restart all that is not known to be acknowledged is there again, in order; some of it may have been sent before. May
 * be used from any thread.
 *
 * <p>The directory holds files of records ({@link Segment}), which are deleted when all of their records are
 * acknowledged, and a mark up to where that is ({@link AckMark}).
 */
public final class Spool implements AutoCloseable {

    /** Size at which a new file is begun: small enough that space comes back soon, large enough that files are few. */
    static final int SEGMENT_BYTES = 4 * 1_048_576;

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final SpoolSettings settings;
    private final Disk disk;
    private final SpoolDirectory directory;
    private final AckMark mark;
    private final TreeMap<Long, Segment> segments = new TreeMap<>();
    private final Acknowledgements acknowledgements;
    private long nextPosition;
    private @Nullable String failure;
    private boolean closed;

    private Spool(SpoolSettings settings, Disk disk, SpoolDirectory directory, AckMark mark) throws IOException {
        this.settings = settings;
        this.disk = disk;
        this.directory = directory;
        this.mark = mark;
        this.acknowledgements = new Acknowledgements(mark.read());
        this.nextPosition = acknowledgements.to() + 1;
    }

    /**
     * Opens the spool with what was left in it.
     *
     * @throws SpoolException when the directory cannot be used
     */
    public static Spool open(SpoolSettings settings) {
        return open(settings, Disk.REAL);
    }

    static Spool open(SpoolSettings settings, Disk disk) {
        SpoolDirectory directory = null;
        try {
            directory = SpoolDirectory.hold(settings.directory(), settings.owner());
            Spool spool = new Spool(settings, disk, directory, AckMark.open(disk, settings.directory()));
            spool.recover();
            return spool;
        } catch (IOException | RuntimeException e) {
            if (directory != null) {
                closeQuietly(directory);
            }
            if (e instanceof SpoolException cause) {
                throw cause;
            }
            throw new SpoolException(
                    "The spool %s cannot be opened: %s. Check that the directory can be written to and that the disk has space."
                            .formatted(settings.directory(), e),
                    e);
        }
    }

    private void recover() throws IOException {
        List<Path> files = directory.segments();
        for (int i = 0; i < files.size(); i++) {
            Segment segment = Segment.open(disk, files.get(i));
            if (segments.isEmpty()) {
                acknowledgements.raise(segment.first() - 1);
            }
            expect(segment.first());
            scan(segment, i == files.size() - 1);
            segments.put(segment.first(), segment);
        }
        deleteAcknowledged();
        long waiting = waiting();
        if (waiting > 0) {
            LOG.atInfo()
                    .addKeyValue("directory", settings.directory())
                    .addKeyValue("records", waiting)
                    .log("the spool has unsent records");
        }
    }

    /** Finds the last record of a file; cuts off what a crash left half written, and reports what the disk damaged. */
    private void scan(Segment segment, boolean newest) throws IOException {
        long end = 0;
        for (Segment.Located found = segment.next(0); found != null; found = segment.next(end)) {
            if (found.damagedBytes() > 0) {
                segment.reportDamage(end, found.damagedBytes());
            }
            end = found.next();
            expect(found.record().position());
            nextPosition = Math.max(nextPosition, found.record().position() + 1);
        }
        if (end == segment.size()) {
            return;
        }
        if (newest) {
            LOG.atWarn()
                    .addKeyValue("file", segment.file())
                    .addKeyValue("offset", end)
                    .addKeyValue("bytes", segment.size() - end)
                    .log("cut off a record that was being written when the agent was stopped; it had not been taken");
            segment.truncate(end);
        } else {
            segment.reportDamage(end, segment.size() - end);
        }
    }

    /** Counts positions that the disk lost as done, since nobody can send them. */
    private void expect(long position) {
        for (; nextPosition < position; nextPosition++) {
            acknowledgements.add(nextPosition);
        }
    }

    /** Takes a record. When this returns {@link Taken}, it is on disk. */
    public synchronized Taking take(long takenAtMillis, byte[] key, byte[] value) {
        if (closed) {
            return new Refused(Reason.CLOSED, "The spool " + settings.directory() + " is closed.");
        }
        if (failure != null) {
            return new Refused(Reason.DISK_FAILED, failure);
        }
        if (bytes() + RecordFormat.sizeOf(key, value) > settings.maxBytes()) {
            return new Refused(
                    Reason.SPOOL_FULL,
                    "The spool %s has %d events that wait for Kafka and is at its bound of %d bytes. Restore the connection to Kafka, or give it more room (podium.venue.spool.max-bytes)."
                            .formatted(settings.directory(), waiting(), settings.maxBytes()));
        }
        long position = nextPosition;
        try {
            newestWithRoom(position).append(RecordFormat.encode(position, takenAtMillis, key, value), settings.sync());
        } catch (IOException e) {
            return refused(e);
        }
        nextPosition = position + 1;
        return new Taken(position);
    }

    /**
     * A write that failed left nothing, so the next one may be tried. But when the file could not be cut back either,
     * or an fsync failed, nobody knows what is on disk, and nothing more is taken until the spool has been opened
     * again.
     */
    private Refused refused(IOException e) {
        String sentence =
                "The disk of the spool %s does not write: %s. Make room on it, or use another disk (podium.venue.spool.directory); events taken before are safe."
                        .formatted(settings.directory(), e.getMessage());
        if (e instanceof Segment.UnknownStateException) {
            failure = sentence + " Then start the agent again.";
            return new Refused(Reason.DISK_FAILED, failure);
        }
        return new Refused(Reason.DISK_FAILED, sentence);
    }

    private Segment newestWithRoom(long position) throws IOException {
        Map.Entry<Long, Segment> newest = segments.lastEntry();
        if (newest != null && newest.getValue().size() < SEGMENT_BYTES) {
            return newest.getValue();
        }
        Segment segment = Segment.create(disk, directory.path(), position);
        segments.put(position, segment);
        if (settings.sync() == Sync.EVERY_RECORD) {
            directory.force();
        }
        return segment;
    }

    /** Takes note that a record has arrived; in any order, and again without effect. */
    public synchronized void acknowledge(long position) {
        if (closed || !acknowledgements.add(position)) {
            return;
        }
        try {
            mark.write(acknowledgements.to());
            deleteAcknowledged();
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("directory", settings.directory())
                    .setCause(e)
                    .log("the mark could not be written; some records will be sent again after a restart");
        }
    }

    /** Deletes files whose records are all acknowledged; the newest stays until it is full. */
    private void deleteAcknowledged() throws IOException {
        while (segments.size() > 1) {
            long second = segments.higherKey(segments.firstKey());
            if (second > acknowledgements.to() + 1) {
                return;
            }
            segments.pollFirstEntry().getValue().delete();
        }
    }

    /** Starts reading at the first record that is not acknowledged. */
    public SpoolCursor unacknowledged() {
        return new SpoolCursor(this);
    }

    /** The first record that is not acknowledged, at this place or behind it; null when there is none yet. */
    synchronized @Nullable Found find(long segmentFirst, long offset) throws IOException {
        long first = segmentFirst;
        long from = offset;
        while (!closed) {
            Map.Entry<Long, Segment> entry = segments.ceilingEntry(first);
            if (entry == null) {
                return null;
            }
            if (entry.getKey() != first) {
                from = 0;
            }
            first = entry.getKey();
            for (Segment.Located found = entry.getValue().next(from);
                    found != null;
                    found = entry.getValue().next(from)) {
                from = found.next();
                if (!acknowledgements.has(found.record().position())) {
                    return new Found(found.record(), first, from);
                }
            }
            Long behind = segments.higherKey(first);
            if (behind == null) {
                return null;
            }
            first = behind;
            from = 0;
        }
        return null;
    }

    /**
     * @param segment first position of the file that the record is in
     * @param next where the next record in it starts
     */
    record Found(SpooledRecord record, long segment, long next) {}

    /** Number of records that are not acknowledged. */
    public synchronized long waiting() {
        return nextPosition - 1 - acknowledgements.count();
    }

    /** Position up to which every record is acknowledged; 0 when the first one is not. */
    public synchronized long acknowledgedTo() {
        return acknowledgements.to();
    }

    /** Bytes on disk. */
    public synchronized long bytes() {
        return segments.values().stream().mapToLong(Segment::size).sum();
    }

    /** Position of the newest record taken; 0 when there was none. */
    public synchronized long lastPosition() {
        return nextPosition - 1;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<AutoCloseable> open = new ArrayList<>(segments.values());
        open.add(mark);
        open.add(directory);
        open.forEach(Spool::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            LOG.atWarn().setCause(e).log("a file of the spool could not be closed");
        }
    }
}
