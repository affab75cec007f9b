package org.podium.gateway.subscription;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.subscription.Pace.Progress;

/**
 * One reader's way through the history, a page at a time: the next one is asked for when all of the last one has been
 * sent, so that a reader never holds more than a page however slow it is.
 *
 * <pre>
 *  idle ── begin ──► asked ── page ──► sending ── all sent ──► asked, or idle at the window
 *                      └───── gone, unavailable ──► failed
 * </pre>
 */
final class Recall {

    private final @Nullable History history;
    private final Executor loop;
    private final Subscription subscription;
    private final Supplier<Position> seen;
    private final Runnable arrived;
    private final Deque<Revision> page = new ArrayDeque<>();
    private @Nullable Position reached;
    private @Nullable Progress failure;
    private boolean active;

    /**
     * @param history null when there is none
     * @param loop runs what came on the reader's event loop
     * @param seen what the fan-out has taken
     * @param arrived run there when a page has come
     */
    Recall(
            @Nullable History history,
            Executor loop,
            Subscription subscription,
            Supplier<Position> seen,
            Runnable arrived) {
        this.history = history;
        this.loop = loop;
        this.subscription = subscription;
        this.seen = seen;
        this.arrived = arrived;
    }

    /** Begins at the position; false when there is no history. */
    boolean begin(Position from) {
        if (history == null) {
            return false;
        }
        active = true;
        ask(from);
        return true;
    }

    /** Asks for the page after the position. */
    void ask(Position from) {
        reached = null;
        if (history != null) {
            history.ask(new History.Request(from, subscription::matches, answer -> loop.execute(() -> take(answer))));
        }
    }

    /**
     * The topics may have been read further than the fan-out has come. What is beyond it is left out: the reader gets
     * it from the window, once and with everybody else.
     */
    private void take(History.Page answer) {
        if (active) {
            switch (answer) {
                case History.Revisions(var revisions, Position end) -> {
                    Position bound = seen.get();
                    for (Revision revision : revisions) {
                        if (bound.covers(revision.origin())) {
                            page.add(revision);
                        }
                    }
                    reached = end.nearest(bound);
                }
                case History.Gone() -> failure = Progress.HISTORY_GONE;
                case History.Unavailable() -> failure = Progress.HISTORY_UNAVAILABLE;
            }
            arrived.run();
        }
    }

    /** True until the reader has reached the window. */
    boolean isActive() {
        return active;
    }

    /** The next revision of the page; empty when it has been sent, or has not come. */
    Optional<Revision> next() {
        return Optional.ofNullable(page.poll());
    }

    /** True when a page has come and all of it has been sent. */
    boolean isPageSent() {
        return reached != null && page.isEmpty();
    }

    /** Position at the end of the page. */
    Position reached() {
        if (reached == null) {
            throw new IllegalStateException("No page has come");
        }
        return reached;
    }

    /** Why it cannot go on. */
    Optional<Progress> failure() {
        return Optional.ofNullable(failure);
    }

    void end() {
        active = false;
        page.clear();
        failure = null;
    }
}
