package org.podium.gateway.board;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The last revisions in the order in which they came, bounded in number and in bytes: the oldest ones leave. Every
 * revision has an index, ascending by one from 0. One thread appends, any thread reads; a reader that asks for an index
 * that has left, or leaves while it asks, gets null.
 *
 * <p>It is the only queue between the thread that follows the topics and those that serve readers: these keep an index,
 * so that however far behind one is, nothing piles up for it.
 */
public final class FeedWindow {

    private final AtomicReferenceArray<@Nullable Slot> ring;
    private final long maxBytes;

    /** For each track, the offset from which on every record is in the window. */
    private final AtomicLongArray heldFrom;

    private long bytes;
    private volatile long tail;
    private volatile long head;

    private record Slot(long index, Revision revision) {}

    /**
     * @param maxRevisions most revisions held, 1 and more
     * @param maxBytes most bytes of documents held; the newest revision is held whatever its size
     * @param start offsets from which on records are appended, one a track
     */
    FeedWindow(int maxRevisions, long maxBytes, long[] start) {
        this.ring = new AtomicReferenceArray<>(maxRevisions);
        this.maxBytes = maxBytes;
        this.heldFrom = new AtomicLongArray(start);
    }

    /** Only for the one writer. */
    void append(Revision revision) {
        long index = head;
        if (index - tail == ring.length()) {
            evict();
        }
        bytes += revision.weight();
        while (bytes > maxBytes && tail < index) {
            evict();
        }
        ring.set(slot(index), new Slot(index, revision));
        head = index + 1;
    }

    private void evict() {
        long index = tail;
        Slot oldest = ring.getAndSet(slot(index), null);
        if (oldest != null) {
            Origin origin = oldest.revision().origin();
            heldFrom.set(origin.track(), origin.offset() + 1);
            bytes -= oldest.revision().weight();
        }
        tail = index + 1;
    }

    private int slot(long index) {
        return (int) (index % ring.length());
    }

    /** Index of the oldest revision held. */
    public long tail() {
        return tail;
    }

    /** Index that the next revision will have. */
    public long head() {
        return head;
    }

    /** Revision with the index; null when it has left. The index is below the head. */
    public @Nullable Revision get(long index) {
        Slot slot = ring.get(slot(index));
        return slot != null && slot.index() == index ? slot.revision() : null;
    }

    /**
     * Index from which on every record is held that the position does not cover; empty when some have left. Where some
     * leave meanwhile, {@link #get} says so: the tail is read before what it reaches back to, never after.
     */
    public OptionalLong from(Position position) {
        long oldest = tail;
        return reachesBackTo(position) ? OptionalLong.of(oldest) : OptionalLong.empty();
    }

    /** True when every record that the position does not cover is in the window or still to come. */
    public boolean reachesBackTo(Position position) {
        for (int track = 0; track < heldFrom.length(); track++) {
            if (position.next(track) < heldFrom.get(track)) {
                return false;
            }
        }
        return true;
    }
}
