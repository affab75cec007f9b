package org.podium.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many readers of one target. All methods are called from one thread, which waits while event loops do the work; every
 * wait has an end.
 */
public final class Load implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Load.class);

    /** Bytes that one system call reads at most: several messages, when the reader is behind. */
    private static final int READ_BYTES = 16 << 10;

    /** What a stalled reader's socket takes before the server must notice; the kernel doubles it. */
    private static final int STALLED_BYTES = 4 << 10;

    /** Connections that are being made at a time, so that no server's backlog overflows unless a storm is wanted. */
    private static final int CONNECTING = 128;

    /** Connections from one local address, well below the ports that Linux hands out by default. */
    private static final int PER_SOURCE = 5_000;

    /** For what a server and the kernel keep for a reader. */
    private static final Duration READING_ON = Duration.ofSeconds(1);

    private static final long LOOP_SECONDS = 60;

    private final Target target;
    private final Options options;
    private final MultiThreadIoEventLoopGroup group;
    private final List<Loop> loops = new ArrayList<>();
    private final Subjects subjects;
    private final WallClock clock = new WallClock();
    private final @Nullable SslContext ssl;
    private final InetSocketAddress address;
    private int seats;

    /**
     * How to read.
     *
     * @param marks of messages
     * @param transport how readers talk to the kernel
     * @param threads event loops
     * @param maxSubjects most subjects; each reader remembers a version of each
     */
    public record Options(Marks marks, Transport transport, int threads, int maxSubjects) {

        /** For a Podium gateway. */
        public static final Options OF_PODIUM = new Options(Marks.OF_PODIUM, Transport.EPOLL, 1, 64);
    }

    /** An event loop with its readers, and with those that read nothing. */
    private record Loop(EventLoop thread, Tally tally, Reader.Scanner scanner, List<Seat> seats, List<Seat> stalled) {}

    /**
     * No readers yet.
     *
     * @throws UnsatisfiedLinkError when this machine has no such transport
     */
    public Load(Target target, Options options) {
        this.options = options;
        this.address = target.address();
        this.ssl = target.secure() ? trusting() : null;
        this.group = new MultiThreadIoEventLoopGroup(
                options.threads(), options.transport().handlers());
        this.subjects = new Subjects(options.maxSubjects());
        this.target = target;
        for (int i = 0; i < options.threads(); i++) {
            Tally tally = new Tally();
            loops.add(new Loop(
                    (EventLoop) group.next(),
                    tally,
                    new Reader.Scanner(options.marks(), subjects, tally, clock),
                    new ArrayList<>(),
                    new ArrayList<>()));
        }
    }

    private static SslContext trusting() {
        try {
            return SslContextBuilder.forClient().build();
        } catch (SSLException e) {
            throw new IllegalStateException("This JVM has no TLS", e);
        }
    }

    /**
     * Connects so many readers more, and returns when all are, or the time is up.
     *
     * @param stalled they send their request and then read nothing
     * @return how many are connected of them
     */
    public int connect(int count, boolean stalled, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Semaphore connecting = new Semaphore(CONNECTING);
        AtomicInteger opened = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            if (!connecting.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                break;
            }
            Loop loop = loops.get(seats % loops.size());
            Seat seat = seat(loop, stalled, seats, connected -> {
                opened.incrementAndGet();
                connecting.release();
            });
            seats++;
            loop.thread().execute(() -> {
                (stalled ? loop.stalled() : loop.seats()).add(seat);
                seat.connect();
            });
        }
        if (!connecting.tryAcquire(CONNECTING, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            LOG.warn("Only {} of {} readers are connected after {}", opened.get(), count, limit);
        }
        return opened.get();
    }

    private Seat seat(Loop loop, boolean stalled, int number, Consumer<Seat> opened) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.thread())
                .channel(options.transport().channel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES));
        options.transport().choosePortsLate(bootstrap);
        if (stalled) {
            bootstrap.option(ChannelOption.SO_RCVBUF, STALLED_BYTES);
        }
        return new Seat(
                bootstrap,
                address,
                source(number),
                new Reader(loop.scanner()),
                (channel, reader, outcome) -> {
                    if (ssl != null) {
                        channel.pipeline()
                                .addLast(ssl.newHandler(channel.alloc(), address.getHostString(), address.getPort()));
                    }
                    channel.pipeline().addLast(new Connection(target, number, reader, stalled, outcome));
                },
                opened);
    }

    /** Loopback has 16 million addresses; elsewhere the system knows which one leads there. */
    private @Nullable InetSocketAddress source(int seat) {
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            return null;
        }
        return new InetSocketAddress("127.0.1." + (1 + seat / PER_SOURCE), 0);
    }

    /** Counts from nothing, and takes the latencies of messages that were meant to be sent in this time. */
    public void count(long fromMillis, long toMillis) throws InterruptedException {
        long from = TimeUnit.MILLISECONDS.toMicros(fromMillis);
        long to = TimeUnit.MILLISECONDS.toMicros(toMillis);
        onAll(loop -> {
            loop.tally().reset(from, to);
            return loop;
        });
    }

    /** Cuts every reading connection at once; all come back at once. */
    public void storm() throws InterruptedException {
        long now = clock.micros();
        onAll(loop -> {
            loop.seats().forEach(seat -> seat.reader().storm(now));
            loop.seats().forEach(Seat::cut);
            return loop;
        });
    }

    /** What the readers have seen so far. */
    public Seen seen() throws InterruptedException {
        List<Tally.Sum> sums = onAll(loop -> loop.tally().sum());
        Tally.Sum total = sums.getFirst();
        sums.stream().skip(1).forEach(total::add);
        return new Seen(
                sum(loop -> loop.seats().size()),
                total.messages,
                total.bytes,
                total.skipped,
                total.duplicates,
                total.backwards,
                behind(),
                Percentiles.ofMicros(total.ages),
                Percentiles.ofMicros(total.staleness),
                Percentiles.ofMicros(total.caughtUp),
                total.incidents);
    }

    /** Readers that do not hold the newest version of every subject that any of them holds. */
    private int behind() throws InterruptedException {
        long[] newest = new long[subjects.size()];
        for (long[] held : onAll(loop -> {
            long[] raised = new long[newest.length];
            loop.seats().forEach(seat -> seat.reader().raise(raised));
            return raised;
        })) {
            for (int subject = 0; subject < newest.length; subject++) {
                newest[subject] = Math.max(newest[subject], held[subject]);
            }
        }
        return sum(loop -> (int) loop.seats().stream()
                .filter(seat -> !seat.reader().holds(newest))
                .count());
    }

    /** Readers that do not hold these versions, or newer ones, by the subjects' names. */
    public int behind(Map<String, Long> published) throws InterruptedException {
        long[] newest = new long[subjects.size()];
        for (Map.Entry<String, Long> subject : published.entrySet()) {
            int number = subjects.find(subject.getKey());
            if (number < 0) {
                return sum(loop -> loop.seats().size());
            }
            newest[number] = subject.getValue();
        }
        return sum(loop -> (int) loop.seats().stream()
                .filter(seat -> !seat.reader().holds(newest))
                .count());
    }

    private int sum(Function<Loop, Integer> count) throws InterruptedException {
        return onAll(count).stream().mapToInt(Integer::intValue).sum();
    }

    /** Lets those who read nothing read what is there, and tells how many of them the server has left. */
    public int leftStalled() throws InterruptedException {
        onAll(loop -> {
            loop.stalled().forEach(Seat::readOn);
            return loop;
        });
        Thread.sleep(READING_ON);
        return sum(loop -> (int) loop.stalled().stream().filter(Seat::wasLeft).count());
    }

    /** Asks all loops the same, at the same time. */
    private <T> List<T> onAll(Function<Loop, T> question) throws InterruptedException {
        List<Future<T>> asked = new ArrayList<>();
        for (Loop loop : loops) {
            asked.add(loop.thread().submit(() -> question.apply(loop)));
        }
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : asked) {
            try {
                answers.add(answer.get(LOOP_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("An event loop of the load does not answer", e);
            }
        }
        return answers;
    }

    /** Cuts all connections. */
    @Override
    public void close() {
        for (Loop loop : loops) {
            loop.thread().execute(() -> {
                loop.seats().forEach(Seat::leave);
                loop.stalled().forEach(Seat::leave);
            });
        }
        group.shutdownGracefully(0, LOOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
