package org.podium.gateway.feed;

import java.util.ArrayList;
import java.util.List;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.subscription.History;

/** One reader's page while it is read: what concerns the reader of all that a sweep comes by. */
final class OpenPage {

    /** Revisions of a page at which it is full. */
    private static final int FULL = 2_000;

    /** Bytes of a page at which it is full, which readers of the same share. */
    private static final long FULL_BYTES = 4L << 20;

    private final History.Request request;
    private final long[] starts;
    private final List<Revision> found = new ArrayList<>();
    private long bytes;

    /** @param starts offset from which on the reader lacks something, one a track */
    OpenPage(History.Request request, long[] starts) {
        this.request = request;
        this.starts = starts;
    }

    History.Request request() {
        return request;
    }

    long[] starts() {
        return starts;
    }

    void offer(Revision revision) {
        if (revision.origin().offset() >= starts[revision.origin().track()]
                && request.wanted().test(revision)) {
            found.add(revision);
            bytes += revision.weight();
        }
    }

    boolean isFull() {
        return found.size() >= FULL || bytes >= FULL_BYTES;
    }

    /**
     * Hands the page over.
     *
     * @param read offset up to which the sweep has read, one a track; where it has not come to the reader's start, the
     *     reader is where it was
     */
    void close(long[] read) {
        long[] reached = new long[read.length];
        for (int track = 0; track < read.length; track++) {
            reached[track] = Math.max(read[track], starts[track]);
        }
        request.reply()
                .accept(new History.Revisions(found, new Position(request.from().epoch(), reached)));
    }
}
