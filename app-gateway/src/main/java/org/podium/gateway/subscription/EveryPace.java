package org.podium.gateway.subscription;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import org.podium.gateway.board.Origin;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.frame.Frame;

/**
 * Gives a reader every version in order. It keeps nothing but an index in the window, which is the reader's queue: a
 * reader that was up to date and falls out of the window has to be disconnected. A snapshot is taken at once, as
 * references, so that every version after it is sent. A reader that resumes from before the window, or that the window
 * leaves behind before it has ever been up to date, is given what the topics have, page by page, until it has reached
 * the window.
 */
final class EveryPace implements Pace {

    private final Context context;
    private final Recall recall;
    private final Deque<Revision> snapshot = new ArrayDeque<>();
    private boolean snapshotting;
    private long snapshotSize;
    private long cursor;
    private long[] offsets;

    private Standing standing = Standing.CATCHING_UP;

    /** Whose doing it is when the window leaves the reader behind. */
    private enum Standing {
        /** It resumed or started anew, and is on its way to the head: nobody's, however long that takes it. */
        CATCHING_UP,
        /** It has taken all that it was given: this gateway's. */
        UP_TO_DATE,
        /** It was up to date and then took less than it was given: its own. */
        HELD_UP
    }

    /** @param recall reads the topics for this reader */
    EveryPace(Context context, Recall recall) {
        this.context = context;
        this.recall = recall;
        this.cursor = context.view().cursor();
        this.offsets = context.view().position().offsets();
    }

    @Override
    public boolean resume(Position position) {
        standing = Standing.CATCHING_UP;
        offsets = position.offsets();
        OptionalLong start = context.view().window().from(position);
        cursor = start.orElse(cursor);
        return start.isPresent() || recall.begin(position);
    }

    @Override
    public void fallBehind() {
        standing = Standing.HELD_UP;
        cursor = context.view().cursorBefore();
        offsets = context.view().positionBefore().offsets();
    }

    /** The revision is in the window, and is read from there. */
    @Override
    public void offer(Revision revision) {}

    @Override
    public Progress pump() {
        if (recall.isActive() && !recalled()) {
            return recall.failure().orElse(Progress.FINE);
        }
        while (!snapshot.isEmpty() && context.outlet().writable()) {
            context.outlet()
                    .write(new Frame.Snapshot(
                            snapshot.remove(), context.subscription().detail()));
        }
        if (!snapshot.isEmpty()) {
            return Progress.FINE;
        }
        if (snapshotting) {
            snapshotting = false;
            context.outlet().write(new Frame.Complete(snapshotSize));
        }
        return follow();
    }

    /**
     * Goes on through the window, and through the topics where it has moved on before a reader that is not at fault.
     */
    private Progress follow() {
        while (cursor < context.view().cursor() && context.outlet().writable()) {
            Revision revision = context.view().window().get(cursor);
            if (revision == null) {
                return standing != Standing.HELD_UP && goOnFromTopics() ? Progress.FINE : Progress.OUT_OF_WINDOW;
            }
            cursor++;
            send(revision);
        }
        if (cursor == context.view().cursor()) {
            standing = Standing.UP_TO_DATE;
        } else if (standing == Standing.UP_TO_DATE) {
            standing = Standing.HELD_UP;
        }
        return Progress.FINE;
    }

    private boolean goOnFromTopics() {
        standing = Standing.CATCHING_UP;
        return recall.begin(at());
    }

    /** Sends what was recalled; true when the reader has reached the window. */
    private boolean recalled() {
        while (context.outlet().writable()) {
            Optional<Revision> next = recall.next();
            if (next.isPresent()) {
                send(next.get());
            } else if (recall.isPageSent()) {
                offsets = recall.reached().furthest(at()).offsets();
                OptionalLong start = context.view().window().from(at());
                if (start.isPresent()) {
                    recall.end();
                    cursor = start.getAsLong();
                    return true;
                }
                recall.ask(at());
                return false;
            } else {
                return false;
            }
        }
        return false;
    }

    /** A reader that comes from a gateway that was ahead of this one has been sent more than is read here. */
    private void send(Revision revision) {
        Origin origin = revision.origin();
        if (origin.offset() >= offsets[origin.track()]) {
            offsets[origin.track()] = origin.offset() + 1;
            if (context.concerns().test(revision)) {
                context.outlet()
                        .write(new Frame.Update(revision, context.subscription().detail(), Optional.of(at())));
            }
        }
    }

    private Position at() {
        return new Position(context.view().position().epoch(), offsets);
    }

    /** What has been sent, also while more is due; empty while a snapshot is on its way. */
    @Override
    public Optional<Position> sent() {
        return snapshotting ? Optional.empty() : Optional.of(at());
    }

    @Override
    public boolean upToDate() {
        return !recall.isActive()
                && snapshot.isEmpty()
                && !snapshotting
                && cursor == context.view().cursor();
    }

    @Override
    public void restart(boolean withSnapshot) {
        recall.end();
        standing = Standing.CATCHING_UP;
        snapshot.clear();
        cursor = context.view().cursor();
        offsets = context.view().position().offsets();
        snapshotting = withSnapshot;
        if (withSnapshot) {
            context.view().newest().values().stream().filter(context.concerns()).forEach(snapshot::add);
            snapshotSize = snapshot.size();
        }
    }
}
