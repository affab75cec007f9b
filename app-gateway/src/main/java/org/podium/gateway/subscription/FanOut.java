package org.podium.gateway.subscription;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.frame.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the readers of one event loop up to date. Everything in here runs on that loop: there is no lock, and no queue
 * but the board's window, in which the fan-out has an index. One pass takes what is new and offers it to every reader.
 */
public final class FanOut {

    /** Revisions a pass takes at most, so that other work of the event loop gets its turn. */
    private static final int MOST_OF_A_PASS = 256;

    private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);

    private final View view;
    private final @Nullable History history;
    private final Executor loop;
    private final Limits limits;
    private final long heartbeatDueNanos;
    private final Observer observer;
    private final Time time;
    private final Map<Subscription, Audience> audiences = new LinkedHashMap<>();
    private @Nullable List<Frame> heartbeat;
    private int sessions;
    private long passNanos;
    private long subjectsTaken;
    private boolean stopped;

    /** The view may have moved past what nobody was given, and starts over before anything else. */
    private boolean viewBroken;

    private boolean failureLogged;

    /**
     * Bounds of a reader.
     *
     * @param maxDue most subjects kept for a reader that cannot be written
     * @param gatherBytes bytes of documents that are gathered into one write to a reader that is behind
     * @param heartbeat longest silence
     * @param stall longest time that a connection may take nothing
     * @param maxAge age at which a connection is ended at the latest, and at the earliest at half of it; zero for never
     * @param retry shortest time after which a reader whose connection broke is told to come back
     * @param retrySpread what is added to that at most, at random, so that readers do not come back all at once
     */
    public record Limits(
            int maxDue,
            int gatherBytes,
            Duration heartbeat,
            Duration stall,
            Duration maxAge,
            Duration retry,
            Duration retrySpread) {

        /** A stream's silence may be a few ticks, so that a heartbeat can come before it is too long. */
        private static final int TICKS_OF_A_SILENCE = 4;

        private static final Duration LONGEST_TICK = Duration.ofSeconds(1);

        /** How often {@link FanOut#tick} is to be called. */
        public Duration tick() {
            Duration share = heartbeat.dividedBy(TICKS_OF_A_SILENCE);
            return share.compareTo(LONGEST_TICK) < 0 ? share : LONGEST_TICK;
        }

        /** After so long a silence a heartbeat is due: at the next tick it would be late. */
        private Duration heartbeatDue() {
            return heartbeat.minus(tick());
        }
    }

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

        /** A reader was cut without a goodbye, since something failed for it. */
        void failed();
    }

    /**
     * Fan-out of what the board holds now and what comes.
     *
     * @param history what was before; null when it cannot be read
     * @param loop runs tasks on the thread of everything in here
     */
    public FanOut(Board board, @Nullable History history, Executor loop, Limits limits, Observer observer, Time time) {
        this.view = new View(board);
        this.history = history;
        this.loop = loop;
        this.limits = limits;
        this.heartbeatDueNanos = limits.heartbeatDue().toNanos();
        this.observer = observer;
        this.time = time;
    }

    /** Adds a reader: registered first and then sent what it missed, so that nothing falls between. */
    public Session open(Subscription subscription, Optional<Position> resumeAt, Outlet outlet, Permit permit) {
        Audience audience = audience(subscription);
        Session session = new Session(this, audience, outlet, permit);
        audience.add(session);
        sessions++;
        try {
            mendView();
            session.open(resumeAt);
        } catch (RuntimeException | Error cause) {
            session.fail(cause);
        }
        if (stopped) {
            session.leave(Frame.Farewell.SHUTTING_DOWN);
        }
        return session;
    }

    /** Says goodbye to who never became a reader, and ends the connection. */
    public void refuse(Outlet outlet, Frame.Farewell farewell, String advice) {
        try {
            outlet.write(List.of(goodbye(farewell, advice)));
            observer.left(farewell);
            outlet.close(farewell);
        } catch (RuntimeException | Error cause) {
            cut(outlet, cause);
        }
    }

    /** Cuts the connection of who was not served. Of what fails together, the first cause is logged. */
    void cut(Outlet outlet, Throwable cause) {
        try {
            outlet.cut();
            observer.failed();
        } catch (RuntimeException | Error second) {
            cause.addSuppressed(second);
        }
        log(cause);
    }

    private void log(Throwable cause) {
        if (!failureLogged) {
            failureLogged = true;
            LOG.atError().setCause(cause).log("Something failed while readers were served; those it was for are cut");
        }
    }

    private Audience audience(Subscription subscription) {
        return audiences.computeIfAbsent(subscription, Audience::new);
    }

    /**
     * Takes what is new on the board and sends it. What fails for a reader ends that reader; where taking fails, nobody
     * has been given what was taken, and all are cut.
     *
     * @return true when there is more, and another pass is due
     */
    public boolean pass() {
        failureLogged = false;
        try {
            mendView();
            return takeAndSend();
        } catch (RuntimeException | Error cause) {
            viewBroken = true;
            log(cause);
            everybody().forEach(session -> session.fail(cause));
            return false;
        }
    }

    private void mendView() {
        if (viewBroken) {
            view.restart();
            viewBroken = false;
        }
    }

    private boolean takeAndSend() {
        passNanos = nanos();
        view.mark();
        long head = view.window().head();
        List<Revision> taken = new ArrayList<>();
        for (int i = 0; i < MOST_OF_A_PASS && view.cursor() < head; i++) {
            Revision revision = view.window().get(view.cursor());
            if (revision == null) {
                startOver();
                return true;
            }
            if (view.take(revision)) {
                taken.add(revision);
            }
        }
        view.settle();
        subjectsTaken = taken.stream().map(Revision::subject).distinct().count();
        if (!taken.isEmpty() && sessions > 0) {
            Pass pass = new Pass(taken, view.positionBefore(), view.position());
            List.copyOf(audiences.values()).forEach(pass::choose);
            pass.deliver();
            count(taken);
        }
        return view.cursor() < view.window().head();
    }

    /** Everybody has been served: what fails here is nothing to readers. */
    private void count(List<Revision> taken) {
        try {
            taken.forEach(observer::written);
        } catch (RuntimeException | Error cause) {
            log(cause);
        }
    }

    private void startOver() {
        Position before = view.position();
        view.restart();
        for (Session session : everybody()) {
            session.startOver(before);
        }
    }

    /** Subjects of which the last pass took something new that readers may need. */
    public long subjectsTaken() {
        return subjectsTaken;
    }

    /** Sends heartbeats and disconnects readers that stall. To be called every {@link Limits#tick}. */
    public void tick() {
        failureLogged = false;
        long now = nanos();
        everybody().forEach(session -> session.tick(now));
    }

    /** Says goodbye to so many readers, and to those that still come. */
    public void stop(int readers) {
        stopped = true;
        everybody().stream().limit(readers).forEach(session -> session.leave(Frame.Farewell.SHUTTING_DOWN));
    }

    private List<Session> everybody() {
        List<Session> everybody = new ArrayList<>(sessions);
        audiences.values().forEach(audience -> everybody.addAll(audience.members()));
        return everybody;
    }

    /** Number of readers. */
    public int sessions() {
        return sessions;
    }

    void forget(Session session) {
        sessions--;
        leave(session);
    }

    /** Moves a reader to those who want the same as it does now. */
    Audience move(Session session, Subscription subscription) {
        leave(session);
        Audience audience = audience(subscription);
        audience.add(session);
        return audience;
    }

    private void leave(Session session) {
        Audience audience = session.audience();
        audience.remove(session);
        if (audience.isEmpty()) {
            audiences.remove(audience.subscription());
        }
    }

    View view() {
        return view;
    }

    Limits limits() {
        return limits;
    }

    /** After so long a silence a heartbeat is due; every session asks at every tick. */
    long heartbeatDueNanos() {
        return heartbeatDueNanos;
    }

    Observer observer() {
        return observer;
    }

    long nanos() {
        return time.nanos().getAsLong();
    }

    Recall recall(Subscription subscription, Runnable arrived) {
        return new Recall(history, loop, subscription, view::position, arrived);
    }

    /** When the pass began that goes on. */
    long passNanos() {
        return passNanos;
    }

    Frame hello(Optional<Position> position, boolean resumed) {
        return new Frame.Hello(
                position,
                resumed,
                limits.heartbeat(),
                spreadRetry(),
                time.clock().millis());
    }

    /** The same batch for all readers that are told the same. */
    List<Frame> heartbeat(Optional<Position> position) {
        long now = time.clock().millis();
        List<Frame> last = heartbeat;
        if (last != null
                && last.getFirst() instanceof Frame.Heartbeat(long at, Optional<Position> told)
                && at == now
                && told.equals(position)) {
            return last;
        }
        List<Frame> fresh = List.of(new Frame.Heartbeat(now, position));
        heartbeat = fresh;
        return fresh;
    }

    Frame goodbye(Frame.Farewell farewell, String advice) {
        return new Frame.Goodbye(farewell, advice, spreadRetry());
    }

    /** When a connection that opens now has become old: at random, so that not all become it at once. */
    long oldAtNanos() {
        long most = limits.maxAge().toNanos();
        return most == 0 ? Long.MAX_VALUE : nanos() + most / 2 + time.random().nextLong(most / 2 + 1);
    }

    private Duration spreadRetry() {
        long spread = limits.retrySpread().toMillis();
        return limits.retry().plusMillis(spread == 0 ? 0 : time.random().nextLong(spread));
    }
}
