package org.podium.bench.table;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.podium.bench.feed.MadeUpUnit;
import org.podium.bench.feed.Pace;
import org.podium.bench.feed.Publication;
import org.podium.bench.load.Load;
import org.podium.bench.load.Seen;
import org.podium.bench.load.Target;
import org.podium.bench.machine.ProcessUsage;
import org.podium.bench.peer.Peer;
import org.podium.bench.peer.PeerKind;
import org.podium.bench.table.Scenario.Contestant;
import org.podium.bench.table.Scenario.Shape;
import org.podium.bench.table.Scenario.Way;

/**
 * Measures servers that already run, in turns, and ends them. What a turn leaves behind (a compiled JVM, an enlarged
 * heap) stays for the next one, as in a deployment.
 */
final class Contest implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(60);

    /** Between the last connection and the first message that counts; snapshots have arrived by then. */
    private static final Duration LULL = Duration.ofSeconds(2);

    /** A server that has fallen behind by more than this is left there. */
    private static final Duration SETTLE = Duration.ofSeconds(20);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration NORMAL_AGAIN = Duration.ofSeconds(5);
    private static final double MILLION = 1_000_000;
    private static final double MILLIS = 1_000;

    /** Enough versions that a JVM has compiled what they go through, and enough readers for what sends. */
    private static final Scenario.Volume WARM_UP = new Scenario.Volume(1_000, 1, 50, 0);

    /** How many times as long as a turn versions are published to warm up. */
    private static final int WARM_UP_LENGTHS = 2;

    /** Units that nothing is published of; each reader with filters of its own follows one of them, too. */
    private static final int OWN_UNITS = 2_000_000;

    /** Until what a scenario streams has been streamed some times. */
    private static final Duration REHEARSAL = Duration.ofSeconds(6);

    /**
     * After so many a JVM has compiled how all readers come and go, which takes seconds of a core beside what counts.
     */
    private static final int REHEARSALS = 3;

    private final Map<PeerKind, Peer> peers;
    private final Map<PeerKind, Publication> publications = new EnumMap<>(PeerKind.class);
    private final Set<PeerKind> warm = EnumSet.noneOf(PeerKind.class);
    private final Duration each;
    private final Consumer<String> steps;
    private final Pace pace;
    private final Load.Options reading;

    /**
     * @param pace of everything that is published on the same cluster
     * @param reading how readers read
     * @param each how long is published for in each turn
     * @param steps told what was done
     */
    Contest(Map<PeerKind, Peer> peers, Pace pace, Load.Options reading, Duration each, Consumer<String> steps) {
        this.peers = Map.copyOf(peers);
        this.pace = pace;
        this.reading = reading;
        this.each = each;
        this.steps = steps;
        peers.forEach((kind, peer) -> publications.put(kind, peer.publication()));
    }

    /**
     * Turns that do not count, of each of those that run. A server that has just been started is warmed up with many
     * versions first, and with readers who come and go; what is streamed then is what is streamed later.
     */
    void warmUp(Scenario scenario, Scenario.Volume load) throws InterruptedException {
        for (Contestant contestant : scenario.contestants()) {
            Peer peer = peers.get(contestant.peer());
            if (peer != null) {
                warmUp(scenario, load, contestant, peer);
            }
        }
    }

    private void warmUp(Scenario scenario, Scenario.Volume load, Contestant contestant, Peer peer)
            throws InterruptedException {
        boolean cold = warm.add(contestant.peer());
        if (scenario.shape() == Shape.IDLE) {
            // What an idle connection takes is no matter of compiled code.
            turn(Scenario.FAN_OUT, WARM_UP, REHEARSAL, contestant, peer, 0);
            return;
        }
        if (cold) {
            turn(Scenario.FAN_OUT, WARM_UP, each.multipliedBy(WARM_UP_LENGTHS), contestant, peer, 0);
        }
        // Code that was compiled for readers who are new is compiled anew when they come with positions.
        Scenario rehearsed = scenario.shape() == Shape.STORM ? scenario : Scenario.FAN_OUT;
        for (int i = 0; i < (cold ? REHEARSALS : 1); i++) {
            turn(rehearsed, load, REHEARSAL, contestant, peer, 0);
        }
    }

    /** One turn each, of those that run. */
    List<Measurement> round(Scenario scenario, Scenario.Volume load, int repetition)
            throws InterruptedException, IOException {
        List<Measurement> measurements = new ArrayList<>();
        for (Contestant contestant : scenario.contestants()) {
            Peer peer = peers.get(contestant.peer());
            if (peer != null) {
                Measurement measured = turn(
                        scenario, load, each.multipliedBy(scenario.shape().lengths()), contestant, peer, repetition);
                steps.accept(Table.line(measured));
                measurements.add(measured);
            }
        }
        return measurements;
    }

    private Measurement turn(
            Scenario scenario, Scenario.Volume load, Duration time, Contestant contestant, Peer peer, int repetition)
            throws InterruptedException {
        int firstUnit = pace.newUnits(load.units());
        ProcessUsage before = ProcessUsage.of(peer.pid());
        int stalled = contestant.way() == Way.NOBODY_STALLED ? 0 : load.stalled();
        Target target = peer.target(contestant.protocol(), firstUnit, load.units());
        if (contestant.way() == Way.OWN_FILTERS) {
            target = target.withOwnQuery(reader ->
                    "unit=" + MadeUpUnit.number(OWN_UNITS + reader).key().rsc());
        }
        try (Load readers = new Load(target, reading)) {
            int connected = readers.connect(load.readers(), false, CONNECT);
            connected += readers.connect(stalled, true, CONNECT);
            Thread.sleep(LULL);
            long perConnection =
                    (ProcessUsage.of(peer.pid()).residentBytes() - before.residentBytes()) / Math.max(1, connected);
            Stream stream = scenario.shape() == Shape.IDLE
                    ? Stream.NONE
                    : stream(scenario, load, time, contestant, peer, readers, firstUnit);
            int stalledLeft = stalled == 0 ? 0 : readers.leftStalled();
            long messages = stream.seen() == null ? 0 : stream.seen().messages();
            return new Measurement(
                    scenario,
                    peer.name() + contestant.way().suffix(),
                    contestant.protocol(),
                    repetition,
                    load.readers(),
                    stalled,
                    stalledLeft,
                    connected,
                    load.offeredPerSecond(),
                    stream.seen(),
                    stream.behind(),
                    stream.settleSeconds(),
                    stream.cpuSeconds(),
                    messages == 0 ? 0 : stream.cpuSeconds() * MILLION / messages,
                    stream.coresBefore(),
                    stream.coresAfter(),
                    before.residentBytes(),
                    ProcessUsage.of(peer.pid()).residentBytes(),
                    perConnection,
                    0);
        }
    }

    /** What happened while something was published. */
    private record Stream(
            @Nullable Seen seen,
            int behind,
            double settleSeconds,
            double cpuSeconds,
            double coresBefore,
            double coresAfter) {
        static final Stream NONE = new Stream(null, 0, 0, 0, 0, 0);
    }

    private Stream stream(
            Scenario scenario,
            Scenario.Volume load,
            Duration time,
            Contestant contestant,
            Peer peer,
            Load readers,
            int firstUnit)
            throws InterruptedException {
        Publication publication = publications.get(contestant.peer());
        if (publication == null) {
            throw new IllegalStateException("Nobody publishes to " + contestant.peer());
        }
        long start = System.currentTimeMillis() + LULL.toMillis();
        readers.count(start, start + time.toMillis());
        try (ExecutorService publisher = Executors.newSingleThreadExecutor()) {
            Future<Void> published = publisher.submit(() -> {
                pace.run(publication, firstUnit, load.units(), load.perSecond(), start, time);
                return null;
            });
            sleepUntil(start);
            ProcessUsage first = ProcessUsage.of(peer.pid());
            double coresBefore = 0;
            double coresAfter = 0;
            if (scenario.shape() == Shape.STORM) {
                long cut = start + time.toMillis() / 3;
                sleepUntil(cut);
                coresBefore = cores(first, ProcessUsage.of(peer.pid()), cut - start);
                readers.storm();
                long normal = cut + NORMAL_AGAIN.toMillis();
                sleepUntil(normal);
                ProcessUsage again = ProcessUsage.of(peer.pid());
                get(published);
                coresAfter = cores(again, ProcessUsage.of(peer.pid()), System.currentTimeMillis() - normal);
            }
            get(published);
            long end = start + time.toMillis();
            int behind = settle(readers, pace.newest(firstUnit, load.units()), end);
            double settled = (System.currentTimeMillis() - end) / MILLIS;
            ProcessUsage last = ProcessUsage.of(peer.pid());
            return new Stream(
                    readers.seen(),
                    behind,
                    Math.max(0, settled),
                    last.cpuSince(first).toMillis() / MILLIS,
                    coresBefore,
                    coresAfter);
        }
    }

    private static double cores(ProcessUsage from, ProcessUsage to, long millis) {
        return (double) to.cpuSince(from).toMillis() / Math.max(1, millis);
    }

    /** Waits until everybody has the newest version; how many have not when it is given up. */
    private static int settle(Load readers, Map<String, Long> newest, long from) throws InterruptedException {
        while (true) {
            int behind = readers.behind(newest);
            if (behind == 0 || System.currentTimeMillis() > from + SETTLE.toMillis()) {
                return behind;
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static void sleepUntil(long millis) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(Math.max(0, millis - System.currentTimeMillis())));
    }

    private static void get(Future<Void> published) throws InterruptedException {
        try {
            published.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The publisher failed", e.getCause());
        }
    }

    @Override
    public void close() {
        publications.values().forEach(Publication::close);
        peers.values().forEach(Peer::close);
    }
}
