package org.podium.gateway.subscription;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.frame.Frame;

/**
 * A reader of a stream and what it has been sent. Confined to the thread of its fan-out.
 *
 * <pre>
 *            open                    pump                 leave
 *  (hello) ────────► catching up ──────────► up to date ────────► (goodbye)
 *                       ▲    ▲                   │
 *                       │    └── not writable ───┤
 *                       └─────── resync ─────────┘
 * </pre>
 */
public final class Session {

    private final FanOut fanOut;
    private final Subscription subscription;
    private final Outlet outlet;
    private final Pace pace;

    /** Where a reader resumed that may come from a gateway that was ahead of this one; null once it is behind us. */
    private @Nullable Position from;

    private boolean wroteSincePosition;
    private boolean left;
    private long lastWriteNanos;
    private long unwritableSinceNanos;
    private boolean unwritable;

    Session(FanOut fanOut, Subscription subscription, Outlet outlet) {
        this.fanOut = fanOut;
        this.subscription = subscription;
        this.outlet = outlet;
        Pace.Context context = new Pace.Context(fanOut.view(), this::concerns, subscription, new Noting());
        this.pace = switch (subscription.delivery()) {
            case NEWEST -> new NewestPace(context, fanOut.limits().maxDue());
            case EVERY -> new EveryPace(context);
        };
        this.lastWriteNanos = fanOut.nanos();
    }

    private boolean concerns(Revision revision) {
        return (from == null || !from.covers(revision.origin())) && subscription.matches(revision);
    }

    void open(Optional<Position> resumeAt) {
        Optional<Frame.Reason> refusal = resumeAt.flatMap(this::resume);
        boolean resumed = resumeAt.isPresent() && refusal.isEmpty();
        Optional<Position> start =
                resumed ? resumeAt : Optional.of(fanOut.view().position()).filter(position -> !subscription.snapshot());
        if (!resumed) {
            from = null;
            pace.restart(subscription.snapshot());
        }
        write(fanOut.hello(start, resumed));
        refusal.ifPresent(reason -> write(new Frame.Resync(reason, subscription.snapshot())));
        wroteSincePosition = false;
        pump();
    }

    private Optional<Frame.Reason> resume(Position position) {
        if (!fanOut.view().counts(position)) {
            return Optional.of(Frame.Reason.POSITION_OF_ANOTHER_FEED);
        }
        from = position;
        return pace.resume(position) ? Optional.empty() : Optional.of(Frame.Reason.POSITION_TOO_OLD);
    }

    void offer(Revision revision) {
        pace.offer(revision);
    }

    /** Sends what is due while the connection is writable. To be called when it has become so. */
    public void pump() {
        if (left) {
            return;
        }
        switch (pace.pump()) {
            case FINE -> tellPosition();
            case TOO_MUCH_DUE -> resync(Frame.Reason.READER_TOO_SLOW);
            case OUT_OF_WINDOW -> leave(Frame.Farewell.FELL_BEHIND);
        }
        noteWritability();
    }

    /** Starts the reader anew; a walk through a snapshot sends only while the connection is writable. */
    void resync(Frame.Reason reason) {
        if (left || (!outlet.writable() && reason == Frame.Reason.READER_TOO_SLOW)) {
            return;
        }
        fanOut.observer().resynced(reason);
        from = null;
        pace.restart(subscription.snapshot());
        write(new Frame.Resync(reason, subscription.snapshot()));
        pump();
    }

    private void tellPosition() {
        if (from != null && pace.upToDate() && fanOut.view().position().reaches(from)) {
            from = null;
        }
        if (wroteSincePosition) {
            pace.sent().ifPresent(sent -> {
                write(from == null ? fanOut.reached(sent) : new Frame.Reached(sent.furthest(from)));
                wroteSincePosition = false;
            });
        }
    }

    private void noteWritability() {
        boolean now = !outlet.writable();
        if (now && !unwritable) {
            unwritableSinceNanos = fanOut.nanos();
        }
        unwritable = now;
    }

    void tick(long nanos) {
        if (left) {
            return;
        }
        noteWritability();
        if (unwritable) {
            if (nanos - unwritableSinceNanos > fanOut.limits().stall().toNanos()) {
                leave(Frame.Farewell.STALLED);
            }
        } else if (nanos - lastWriteNanos >= fanOut.limits().heartbeat().toNanos()) {
            write(from == null ? fanOut.heartbeat(pace.sent()) : fanOut.heartbeat(Optional.empty()));
        }
    }

    /** Says goodbye and ends the connection. */
    void leave(Frame.Farewell farewell) {
        if (!left) {
            write(fanOut.goodbye(farewell));
            left = true;
            fanOut.observer().left(farewell);
            fanOut.forget(this);
            outlet.close();
        }
    }

    /** The connection has ended. */
    public void closed() {
        left = true;
        fanOut.forget(this);
    }

    private void write(Frame frame) {
        outlet.write(frame);
        lastWriteNanos = fanOut.nanos();
    }

    /** The connection, as paces see it: notes that a position is to be told. */
    private final class Noting implements Outlet {

        @Override
        public boolean writable() {
            return outlet.writable();
        }

        @Override
        public void write(Frame frame) {
            wroteSincePosition = true;
            Session.this.write(frame);
        }

        @Override
        public void close() {
            outlet.close();
        }
    }
}
