package org.podium.gateway.subscription;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.frame.Frame;

/**
 * A reader of a stream and what it has been sent. Confined to the thread of its fan-out. A reader that is up to date
 * has no state but that; only one that is behind has a pace, which keeps what is due to it.
 *
 * <pre>
 *            open                  caught up                leave
 *  (hello) ────────► behind ──────────────────► up to date ────────► (goodbye)
 *                     ▲  ▲                          │
 *                     │  └─────── not writable ─────┤
 *                     └───── resync, subscribe ─────┘
 * </pre>
 */
public final class Session {

    private final FanOut fanOut;
    private final Outlet outlet;
    private final Permit permit;
    private Audience audience;

    /** Place among the audience's members. */
    private int place;

    /** Null when the reader has been sent everything that the view has for it. */
    private @Nullable Behind behind;

    /** Where a reader resumed that may come from a gateway that was ahead of this one; null once it is behind us. */
    private @Nullable Position from;

    private boolean left;
    private boolean pumping;
    private boolean pumpAgain;
    private boolean unwritable;
    private long unwritableSinceNanos;
    private long lastWriteNanos;
    private final long oldAtNanos;

    /** What a reader needs that is not up to date. */
    private record Behind(Pace pace, Gathering gathering) {}

    Session(FanOut fanOut, Audience audience, Outlet outlet, Permit permit) {
        this.fanOut = fanOut;
        this.audience = audience;
        this.outlet = outlet;
        this.permit = permit;
        this.lastWriteNanos = fanOut.nanos();
        this.oldAtNanos = fanOut.oldAtNanos();
    }

    int place() {
        return place;
    }

    void place(int index) {
        place = index;
    }

    Audience audience() {
        return audience;
    }

    private Subscription subscription() {
        return audience.subscription();
    }

    private boolean concerns(Revision revision) {
        return (from == null || !from.covers(revision.origin()))
                && subscription().matches(revision);
    }

    private Behind behind() {
        Gathering gathering = new Gathering(outlet, fanOut.limits().gatherBytes());
        Pace.Context context = new Pace.Context(fanOut.view(), this::concerns, subscription(), gathering);
        Behind fresh = new Behind(
                switch (subscription().delivery()) {
                    case NEWEST -> new NewestPace(context, fanOut.limits().maxDue());
                    case EVERY -> new EveryPace(context, fanOut.recall(subscription(), this::pump));
                },
                gathering);
        behind = fresh;
        return fresh;
    }

    void open(Optional<Position> resumeAt) {
        guard(() -> begin(resumeAt));
    }

    /** Does something for this reader; where that fails, the reader is cut, and nobody else notices. */
    private void guard(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error cause) {
            fail(cause);
        }
    }

    /** Cuts a reader that was not served, so that it comes back where it was: it must not pass for up to date. */
    void fail(Throwable cause) {
        if (!left) {
            left = true;
            behind = null;
            fanOut.forget(this);
            fanOut.cut(outlet, cause);
        }
    }

    private void begin(Optional<Position> resumeAt) {
        Behind start = behind();
        Optional<Frame.Reason> refusal = resumeAt.flatMap(position -> resume(start.pace(), position));
        boolean resumed = resumeAt.isPresent() && refusal.isEmpty();
        Optional<Position> at = resumed
                ? resumeAt
                : Optional.of(fanOut.view().position())
                        .filter(now -> !subscription().snapshot());
        if (!resumed) {
            from = null;
            start.pace().restart(subscription().snapshot());
        }
        start.gathering().write(fanOut.hello(at, resumed));
        refusal.ifPresent(reason ->
                start.gathering().write(new Frame.Resync(reason, subscription().snapshot())));
        start.gathering().takeUntold();
        pump();
    }

    private Optional<Frame.Reason> resume(Pace pace, Position position) {
        if (!fanOut.view().counts(position)) {
            return Optional.of(Frame.Reason.POSITION_OF_ANOTHER_FEED);
        }
        from = position;
        return pace.resume(position) ? Optional.empty() : Optional.of(Frame.Reason.POSITION_TOO_OLD);
    }

    /** What a pass took that the subscription matches, and the same as a batch for those who are up to date. */
    void deliver(List<Revision> wanted, List<Frame> batch) {
        guard(() -> serve(wanted, batch));
    }

    private void serve(List<Revision> wanted, List<Frame> batch) {
        Behind lagging = behind;
        if (lagging == null) {
            if (outlet.writable()) {
                outlet.write(batch);
                lastWriteNanos = fanOut.passNanos();
                return;
            }
            lagging = behind();
            lagging.pace().fallBehind();
        }
        for (Revision revision : wanted) {
            lagging.pace().offer(revision);
        }
        pump();
    }

    /**
     * Sends what is due while the connection is writable. To be called when it has become so, which it may in the
     * middle of a write of this very method.
     */
    public void pump() {
        pumpAgain = true;
        if (!pumping) {
            pumping = true;
            try {
                while (pumpAgain) {
                    pumpAgain = false;
                    pumpOnce();
                }
            } catch (RuntimeException | Error cause) {
                fail(cause);
            } finally {
                pumping = false;
            }
        }
    }

    private void pumpOnce() {
        Behind lagging = behind;
        if (left || lagging == null) {
            return;
        }
        switch (lagging.pace().pump()) {
            case FINE -> settle(lagging);
            case TOO_MUCH_DUE -> resync(Frame.Reason.READER_TOO_SLOW);
            case OUT_OF_WINDOW -> leave(Frame.Farewell.FELL_BEHIND);
            case HISTORY_GONE -> resync(Frame.Reason.POSITION_TOO_OLD);
            case HISTORY_UNAVAILABLE -> leave(Frame.Farewell.HISTORY_UNAVAILABLE);
        }
        noteWritability(fanOut.nanos());
    }

    /** Tells the position, and forgets that the reader was behind once it is not any more. */
    private void settle(Behind lagging) {
        Position view = fanOut.view().position();
        Position start = from;
        boolean upToDate = lagging.pace().upToDate();
        if (start != null && upToDate && view.reaches(start)) {
            from = null;
        }
        tell(lagging);
        lastWriteNanos = fanOut.nanos();
        if (upToDate && from == null) {
            behind = null;
        }
    }

    /** Sends what was gathered, and the position that the reader is at with it. */
    private void tell(Behind lagging) {
        Position start = from;
        Optional<Position> sent = lagging.pace().sent();
        if (sent.isPresent() && lagging.gathering().takeUntold()) {
            lagging.gathering()
                    .write(new Frame.Reached(
                            start == null ? sent.get() : sent.get().furthest(start)));
            lagging.gathering().takeUntold();
        }
        lagging.gathering().flush();
    }

    /**
     * Goes on after this fan-out itself has missed something: a reader of every version with what the topics have, any
     * other one anew.
     *
     * @param before position that readers who are up to date were at
     */
    void startOver(Position before) {
        guard(() -> goOn(before));
    }

    private void goOn(Position before) {
        Behind lagging = behind;
        Optional<Position> at =
                lagging == null ? Optional.of(before) : lagging.pace().sent();
        if (subscription().delivery() == Subscription.Delivery.EVERY && at.isPresent()) {
            Position start = from;
            if (behind().pace().resume(start == null ? at.get() : at.get().furthest(start))) {
                pump();
                return;
            }
        }
        resync(Frame.Reason.GATEWAY_TOO_SLOW);
    }

    /** Starts the reader anew; a walk through a snapshot sends only while the connection is writable. */
    void resync(Frame.Reason reason) {
        if (left || (!outlet.writable() && reason == Frame.Reason.READER_TOO_SLOW)) {
            return;
        }
        from = null;
        Behind anew = behind();
        anew.pace().restart(subscription().snapshot());
        anew.gathering().write(new Frame.Resync(reason, subscription().snapshot()));
        fanOut.observer().resynced(reason);
        pump();
    }

    /** Changes what the reader wants; it is told so, and starts anew with that. */
    public void subscribe(Subscription subscription) {
        if (!left) {
            audience = fanOut.move(this, subscription);
            resync(Frame.Reason.SUBSCRIPTION_CHANGED);
        }
    }

    private void noteWritability(long nanos) {
        boolean now = !outlet.writable();
        if (now && !unwritable) {
            unwritableSinceNanos = nanos;
        }
        unwritable = now;
    }

    void tick(long nanos) {
        guard(() -> check(nanos));
    }

    private void check(long nanos) {
        if (left) {
            return;
        }
        noteWritability(nanos);
        Optional<Frame.Farewell> over = permit.over();
        if (over.isPresent()) {
            leave(over.get());
        } else if (nanos >= oldAtNanos) {
            leave(Frame.Farewell.AGED);
        } else if (unwritable) {
            if (nanos - unwritableSinceNanos > fanOut.limits().stall().toNanos()) {
                leave(Frame.Farewell.STALLED);
            }
        } else if (nanos - lastWriteNanos >= fanOut.heartbeatDueNanos()) {
            outlet.write(fanOut.heartbeat(sent()));
            lastWriteNanos = nanos;
        }
    }

    private Optional<Position> sent() {
        if (from != null) {
            return Optional.empty();
        }
        Behind lagging = behind;
        return lagging == null
                ? Optional.of(fanOut.view().position())
                : lagging.pace().sent();
    }

    /** Says goodbye and ends the connection. */
    void leave(Frame.Farewell farewell) {
        leave(farewell, farewell.advice());
    }

    /**
     * Says goodbye with advice of its own and ends the connection. What was sent last is told before, or it would be
     * sent again on the next one.
     */
    public void leave(Frame.Farewell farewell, String advice) {
        if (!left) {
            left = true;
            Behind lagging = behind;
            behind = null;
            fanOut.forget(this);
            try {
                if (lagging != null) {
                    tell(lagging);
                }
                outlet.write(List.of(fanOut.goodbye(farewell, advice)));
                fanOut.observer().left(farewell);
                outlet.close(farewell);
            } catch (RuntimeException | Error cause) {
                fanOut.cut(outlet, cause);
            }
        }
    }

    /** The connection has ended. */
    public void closed() {
        if (!left) {
            left = true;
            behind = null;
            fanOut.forget(this);
        }
    }
}
