package org.podium.gateway.subscription;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.frame.Frame;

/**
 * Keeps the readers of one event loop up to date. Everything in here runs on that loop: there is no lock, and no queue
 * but the board's window, in which the fan-out has an index. One pass takes what is new and offers it to every reader.
 */
public final class FanOut {

    /** Revisions a pass takes at most, so that other work of the event loop gets its turn. */
    private static final int PASS = 256;

    private final View view;
    private final Limits limits;
    private final Observer observer;
    private final Time time;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private Frame.@Nullable Reached reached;
    private Frame.@Nullable Heartbeat heartbeat;
    private boolean stopped;

    /**
     * Bounds of a reader.
     *
     * @param maxDue most subjects kept for a reader that cannot be written
     * @param heartbeat longest silence
     * @param stall longest time that a connection may take nothing
     * @param retry shortest time after which a reader whose connection broke is told to come back
     * @param retrySpread what is added to that at most, at random, so that readers do not come back all at once
     */
    public record Limits(int maxDue, Duration heartbeat, Duration stall, Duration retry, Duration retrySpread) {}

    /**
     * What time it is.
     *
     * @param clock for what readers are told
     * @param nanos for durations
     * @param random for what is spread
     */
    public record Time(Clock clock, LongSupplier nanos, RandomGenerator random) {}

    /** Who counts what happens to readers. */
    public interface Observer {

        /** A revision has been written to all readers that it concerns and that can be written. */
        void written(Revision revision);

        /** A reader was told that it missed something. */
        void resynced(Frame.Reason reason);

        /** A reader was disconnected. */
        void left(Frame.Farewell farewell);
    }

    /** Fan-out of what the board holds now and what comes. */
    public FanOut(Board board, Limits limits, Observer observer, Time time) {
        this.view = new View(board);
        this.limits = limits;
        this.observer = observer;
        this.time = time;
    }

    /** Adds a reader: registered first and then sent what it missed, so that nothing falls between. */
    public Session open(Subscription subscription, Optional<Position> resumeAt, Outlet outlet) {
        Session session = new Session(this, subscription, outlet);
        sessions.add(session);
        session.open(resumeAt);
        if (stopped) {
            session.leave(Frame.Farewell.SHUTTING_DOWN);
        }
        return session;
    }

    /**
     * Takes what is new on the board and sends it.
     *
     * @return true when there is more, and another pass is due
     */
    public boolean pass() {
        long head = view.window().head();
        List<Revision> taken = new ArrayList<>();
        for (int i = 0; i < PASS && view.cursor() < head; i++) {
            Revision revision = view.window().get(view.cursor());
            if (revision == null) {
                startOver();
                return true;
            }
            if (view.take(revision)) {
                taken.add(revision);
            }
        }
        if (taken.isEmpty()) {
            return view.cursor() < view.window().head();
        }
        view.settle();
        for (Session session : List.copyOf(sessions)) {
            taken.forEach(session::offer);
            session.pump();
        }
        if (!sessions.isEmpty()) {
            taken.forEach(observer::written);
        }
        return view.cursor() < view.window().head();
    }

    private void startOver() {
        view.restart();
        for (Session session : List.copyOf(sessions)) {
            session.resync(Frame.Reason.GATEWAY_TOO_SLOW);
        }
    }

    /** Sends heartbeats and disconnects readers that stall. To be called about every second. */
    public void tick() {
        long now = nanos();
        List.copyOf(sessions).forEach(session -> session.tick(now));
    }

    /** Says goodbye to all readers, and to those that still come. */
    public void stop() {
        stopped = true;
        List.copyOf(sessions).forEach(session -> session.leave(Frame.Farewell.SHUTTING_DOWN));
    }

    /** Number of readers. */
    public int sessions() {
        return sessions.size();
    }

    void forget(Session session) {
        sessions.remove(session);
    }

    View view() {
        return view;
    }

    Limits limits() {
        return limits;
    }

    Observer observer() {
        return observer;
    }

    long nanos() {
        return time.nanos().getAsLong();
    }

    Frame hello(Optional<Position> position, boolean resumed) {
        return new Frame.Hello(
                position,
                resumed,
                limits.heartbeat(),
                spreadRetry(),
                time.clock().millis());
    }

    /** The same frame for all readers that are at the same position. */
    Frame reached(Position position) {
        Frame.Reached last = reached;
        if (last != null && last.position().equals(position)) {
            return last;
        }
        Frame.Reached fresh = new Frame.Reached(position);
        reached = fresh;
        return fresh;
    }

    Frame heartbeat(Optional<Position> position) {
        long now = time.clock().millis();
        Frame.Heartbeat last = heartbeat;
        if (last != null && last.at() == now && last.position().equals(position)) {
            return last;
        }
        Frame.Heartbeat fresh = new Frame.Heartbeat(now, position);
        heartbeat = fresh;
        return fresh;
    }

    Frame goodbye(Frame.Farewell farewell) {
        return new Frame.Goodbye(farewell, spreadRetry());
    }

    private Duration spreadRetry() {
        long spread = limits.retrySpread().toMillis();
        return limits.retry().plusMillis(spread == 0 ? 0 : time.random().nextLong(spread));
    }
}
