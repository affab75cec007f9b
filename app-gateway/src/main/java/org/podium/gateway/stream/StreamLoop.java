package org.podium.gateway.stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Board;
import org.podium.gateway.frame.FrameEncoder;
import org.podium.gateway.subscription.FanOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of one event loop. However many they are, a change of the board costs one task here, and a tick one more.
 * The fan-out begins when the board is ready.
 */
public final class StreamLoop {

    /** What was written last takes no longer to arrive, or does not arrive. */
    private static final Duration LAST_ARRIVES = Duration.ofSeconds(1);

    /** How often some more readers are said goodbye to. */
    private static final Duration LEAVE_STEP = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(StreamLoop.class);

    private final EventLoop loop;
    private final Board board;
    private final Supplier<FanOut> fanOuts;
    private final FlushWindow window;
    private final Duration tick;
    private final Duration overloadLag;
    private final FrameEncoder encoder = new FrameEncoder(ByteBufAllocator.DEFAULT);
    private final AtomicBoolean passDue = new AtomicBoolean();
    private final Runnable waking = this::wake;
    private final Deque<Ending> endings = new ArrayDeque<>();
    private final Deque<Expected> expected = new ArrayDeque<>();
    private final MessageInflater inflater = new MessageInflater();
    private @Nullable FanOut fanOut;
    private boolean leaving;

    /** When what was written last on connections that others share has arrived. */
    private long lastArrivesNanos = System.nanoTime();

    private long tickDueNanos;
    private long lagNanos;

    /** A connection whose reader is to say hello, and until when. */
    private record Expected(WebSocketConnection connection, long untilNanos) {}

    /** A connection that was told that it ends, and when it is cut if it is still there. */
    private record Ending(Channel channel, long cutAtNanos) {}

    /**
     * @param loop event loop of everything in here
     * @param fanOuts makes the fan-out from a board that is ready
     * @param tick how often heartbeats are thought of
     * @param flushWindow longest time that updates are gathered for while there is much to send
     * @param overloadLag how late this loop may be before it takes no new streams
     */
    public StreamLoop(
            EventLoop loop,
            Board board,
            Supplier<FanOut> fanOuts,
            Duration tick,
            Duration flushWindow,
            Duration overloadLag) {
        this.loop = loop;
        this.board = board;
        this.fanOuts = fanOuts;
        this.window = new FlushWindow(flushWindow);
        this.tick = tick;
        this.overloadLag = overloadLag;
    }

    /** Begins to follow the board. */
    public void start() {
        var _ = loop.scheduleWithFixedDelay(this::tick, tick.toNanos(), tick.toNanos(), TimeUnit.NANOSECONDS);
        tickDueNanos = System.nanoTime() + tick.toNanos();
        board.onChange(waking);
        wake();
    }

    /** From any thread: however much changes meanwhile, one pass is due. */
    private void wake() {
        if (passDue.compareAndSet(false, true)) {
            loop.execute(this::passWhenDue);
        }
    }

    private void passWhenDue() {
        long delay = window.delay(System.nanoTime());
        if (delay > 0) {
            var _ = loop.schedule(this::pass, delay, TimeUnit.NANOSECONDS);
        } else {
            pass();
        }
    }

    private void pass() {
        passDue.set(false);
        if (fanOut == null && board.ready()) {
            fanOut = fanOuts.get();
        }
        if (fanOut != null) {
            long began = System.nanoTime();
            boolean more = fanOut.pass();
            window.passed(began, System.nanoTime(), fanOut.subjectsTaken());
            if (more && passDue.compareAndSet(false, true)) {
                loop.execute(this::pass);
            }
        }
    }

    /** The event loop would not call it again after an exception. */
    private void tick() {
        try {
            if (fanOut != null) {
                fanOut.tick();
            }
            endWhoIsDue();
        } catch (RuntimeException | Error cause) {
            LOG.atError().setCause(cause).log("A tick failed; the next one comes");
        }
    }

    private void endWhoIsDue() {
        long now = System.nanoTime();
        lagNanos = now - tickDueNanos;
        tickDueNanos = now + tick.toNanos();
        while (!endings.isEmpty() && endings.peek().cutAtNanos() - now <= 0) {
            cut(endings.remove().channel());
        }
        while (!expected.isEmpty() && expected.peek().untilNanos() - now <= 0) {
            expected.remove().connection().expectHello();
        }
    }

    /** What it does not take would stay with the kernel for minutes, and is thrown away. */
    private static void cut(Channel channel) {
        if (channel.isActive()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        var _ = channel.close();
    }

    /** The fan-out; empty until everything was read. To be called on the event loop. */
    public Optional<FanOut> fanOut() {
        return Optional.ofNullable(fanOut);
    }

    /** Encodes for all connections of this loop. */
    public FrameEncoder encoder() {
        return encoder;
    }

    /** A compressed message of a reader; empty when it is broken or larger than it may be. */
    Optional<byte[]> inflated(ByteBuf message, int most) {
        return inflater.inflate(message, most);
    }

    /** Ends a connection whose reader does not say hello in time, which is the same for all. */
    void expectHello(WebSocketConnection connection, Duration within) {
        expected.add(new Expected(connection, System.nanoTime() + within.toNanos()));
    }

    /**
     * Lets what was written last on a connection that others share arrive before this gateway stops: a client of HTTP/2
     * whose connection is closed forgets what it has not read yet.
     */
    public void letLastArrive() {
        lastArrivesNanos = System.nanoTime() + LAST_ARRIVES.toNanos();
    }

    /** Cuts a connection that does not end by itself. */
    void cutLater(Channel channel) {
        endings.add(new Ending(channel, System.nanoTime() + LAST_ARRIVES.toNanos()));
    }

    /**
     * Says goodbye to all readers, a share of them at a time. To be called on the event loop.
     *
     * @param spread time over which the goodbyes are spread
     * @param done run when all have been said and their connections have ended: what was written last is on its way
     *     until then
     */
    public void leave(Duration spread, Runnable done) {
        leaving = true;
        sayGoodbyes(Math.max(1, spread.toMillis() / LEAVE_STEP.toMillis()), done);
    }

    private void sayGoodbyes(long steps, Runnable done) {
        int readers = fanOut == null ? 0 : fanOut.sessions();
        if (fanOut != null) {
            fanOut.stop(Math.toIntExact((readers + steps - 1) / steps));
        }
        if (fanOut == null || (fanOut.sessions() == 0 && allEnded())) {
            done.run();
        } else {
            var _ = loop.schedule(
                    () -> sayGoodbyes(Math.max(1, steps - 1), done), LEAVE_STEP.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean allEnded() {
        return System.nanoTime() - lastArrivesNanos >= 0
                && endings.stream().noneMatch(ending -> ending.channel().isActive());
    }

    /** Follows the board no more, and releases what the connections shared. To be called on the event loop. */
    public void close() {
        board.forget(waking);
        encoder.close();
    }

    /** True when no new streams may begin, since this gateway is about to stop. */
    public boolean leaving() {
        return leaving;
    }

    /** True when this loop does not get done what it has to do, and new streams would make it worse. */
    public boolean overloaded() {
        return lagNanos > overloadLag.toNanos();
    }
}
