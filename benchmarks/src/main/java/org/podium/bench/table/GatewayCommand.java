package org.podium.bench.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.podium.bench.cluster.Cluster;
import org.podium.bench.feed.FeedPublication;
import org.podium.bench.feed.Pace;
import org.podium.bench.load.Load;
import org.podium.bench.load.Marks;
import org.podium.bench.load.Transport;
import org.podium.bench.machine.ProcessUsage;
import org.podium.bench.peer.Archive;
import org.podium.bench.peer.Peer;
import org.podium.bench.peer.PeerKind;
import org.podium.bench.table.Scenario.Shape;
import org.podium.lab.machine.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The gateway beside other servers. */
@Command(
        name = "gateway",
        description = {
            "Runs the gateway behind a real broker, nginx with Nchan, and nats-server, puts the same load on each in turns, and",
            "writes what came of it as JSON and as a Markdown table. Without --quick a scenario takes 5 minutes and more."
        })
public final class GatewayCommand implements Callable<Integer> {

    /** More units than any scenario publishes, so that those of a cold start are none of theirs. */
    private static final int COLD_UNITS = 1_000_000;

    /** As all others have while they stream; where everybody comes at once the gateway has its default. */
    private static final List<String> ONE_THREAD = List.of("podium.gateway.event-loops=1");

    private static final double NANOS = 1_000_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--quick", description = "Small loads, once: a few minutes for everything.")
    private boolean quick;

    @Option(names = "--scenario", description = "One of ${COMPLETION-CANDIDATES}; may be repeated (default: all).")
    private Set<Scenario> scenarios = EnumSet.allOf(Scenario.class);

    @Option(names = "--server", description = "One of ${COMPLETION-CANDIDATES}; may be repeated (default: all).")
    private Set<PeerKind> servers = EnumSet.allOf(PeerKind.class);

    @Option(names = "--turns", description = "How often each is measured (default: 3; with --quick 1).")
    private @Nullable Integer turns;

    @Option(names = "--seconds", description = "How long is published in each turn (default: 15; with --quick 5).")
    private @Nullable Integer seconds;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A key of the gateway's configuration; may be repeated.")
    private List<String> gatewaySettings = new ArrayList<>();

    private final Pace pace = new Pace();

    @Option(
            names = "--readers",
            defaultValue = "EPOLL",
            description = "How readers talk to the kernel: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Transport readers = Transport.EPOLL;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where the files go (default: docs/benchmarks; with --quick benchmarks/target/results).")
    private @Nullable Path results;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<String> missing = new ArrayList<>();
        for (PeerKind kind : EnumSet.copyOf(servers)) {
            kind.missing().ifPresent(sentence -> {
                missing.add(sentence);
                servers.remove(kind);
                spec.commandLine().getErr().println("bench: " + sentence);
            });
        }
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        int count = turns != null ? turns : quick ? 1 : 3;
        int length = seconds != null ? seconds : quick ? 5 : 15;
        Path work = Files.createTempDirectory("podium-bench-");
        List<Measurement> measurements = new ArrayList<>();
        out.printf("logs are in %s%n", work);
        out.flush();
        try (Cluster cluster = servers.contains(PeerKind.PODIUM) ? Cluster.start(work) : null) {
            contest(cluster, work.resolve("streams"), ONE_THREAD, Shape::streams, count, length, measurements);
            contest(cluster, work.resolve("storm"), List.of(), Shape.STORM::equals, count, length, measurements);
            if (scenarios.contains(Scenario.IDLE)) {
                idle(cluster, work, count, measurements);
            }
        }
        if (scenarios.contains(Scenario.COLD_START) && servers.contains(PeerKind.PODIUM)) {
            Path cold = Files.createDirectories(work.resolve("cold"));
            try (Cluster cluster = Cluster.start(cold)) {
                coldStart(cluster, cold, count, measurements);
            }
        }
        Run run = new Run(
                began.toString(),
                Machine.commit(),
                "./podium bench "
                        + String.join(" ", spec.commandLine().getParseResult().originalArgs()),
                Machine.here(),
                quick,
                count,
                length,
                gatewaySettings,
                missing,
                measurements);
        write(run, out);
        return missing.isEmpty() ? 0 : 1;
    }

    private void contest(
            @Nullable Cluster cluster,
            Path work,
            List<String> settings,
            Predicate<Shape> shape,
            int count,
            int length,
            List<Measurement> measurements)
            throws IOException, InterruptedException {
        List<Scenario> contests = scenarios.stream()
                .filter(scenario -> shape.test(scenario.shape()))
                .toList();
        if (contests.isEmpty()) {
            return;
        }
        try (Contest contest =
                new Contest(peers(cluster, work, settings), pace, reading(), Duration.ofSeconds(length), this::say)) {
            for (Scenario scenario : contests) {
                contest.warmUp(scenario, scenario.load(quick));
                for (int turn = 1; turn <= count; turn++) {
                    measurements.addAll(contest.round(scenario, scenario.load(quick), turn));
                }
            }
        }
    }

    /** With new servers each time: memory that as many earlier connections left would be used by the next ones. */
    private void idle(@Nullable Cluster cluster, Path work, int count, List<Measurement> measurements)
            throws IOException, InterruptedException {
        for (int turn = 1; turn <= count; turn++) {
            try (Contest contest = new Contest(
                    peers(cluster, work.resolve("idle-" + turn), ONE_THREAD),
                    pace,
                    reading(),
                    Duration.ZERO,
                    this::say)) {
                contest.warmUp(Scenario.IDLE, Scenario.IDLE.load(quick));
                measurements.addAll(contest.round(Scenario.IDLE, Scenario.IDLE.load(quick), turn));
            }
        }
    }

    /** Starts all servers, the gateway with settings that what was asked for goes before. */
    private Map<PeerKind, Peer> peers(@Nullable Cluster cluster, Path work, List<String> settings)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(settings);
        all.addAll(gatewaySettings);
        Map<PeerKind, Peer> peers = new EnumMap<>(PeerKind.class);
        try {
            for (PeerKind kind : servers) {
                peers.put(kind, kind.start(cluster, Files.createDirectories(work.resolve(kind.name())), all));
            }
            return peers;
        } catch (IOException | InterruptedException | RuntimeException e) {
            peers.values().forEach(Peer::close);
            throw e;
        }
    }

    private void coldStart(Cluster cluster, Path work, int count, List<Measurement> measurements)
            throws IOException, InterruptedException {
        Scenario.Volume load = Scenario.COLD_START.load(quick);
        try (FeedPublication feed = FeedPublication.open(cluster.bootstrapServers(), cluster.registry())) {
            feed.fill(COLD_UNITS, load.units(), System.currentTimeMillis());
        }
        Path file = work.resolve("gateway.aot");
        start(cluster, work, "archive", Archive.made(file)).close();
        for (int turn = 1; turn <= count; turn++) {
            measurements.add(coldStart(cluster, work, turn, "", Archive.NONE));
            measurements.add(coldStart(cluster, work, turn, " with an archive of classes", Archive.used(file)));
        }
    }

    private Measurement coldStart(Cluster cluster, Path work, int turn, String what, Archive archive)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        try (Peer peer = start(cluster, work, "cold-" + turn + what.replace(' ', '-'), archive)) {
            double ready = (System.nanoTime() - started) / NANOS;
            Measurement measured = Measurement.ofStart(
                    peer.name() + what, turn, ready, ProcessUsage.of(peer.pid()).residentBytes());
            say(Table.line(measured));
            return measured;
        }
    }

    private Load.Options reading() {
        return new Load.Options(Marks.OF_PODIUM, readers, 1, Load.Options.OF_PODIUM.maxSubjects());
    }

    private Peer start(Cluster cluster, Path work, String name, Archive archive)
            throws IOException, InterruptedException {
        return PeerKind.startGateway(cluster, Files.createDirectories(work.resolve(name)), gatewaySettings, archive);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void write(Run run, PrintWriter out) throws IOException {
        Path directory = results != null
                ? results
                : Machine.home().resolve(quick ? "benchmarks/target/results" : "docs/benchmarks");
        Files.createDirectories(directory);
        String name = scenarios.size() == Scenario.values().length
                ? "gateway"
                : scenarios.stream()
                        .map(scenario ->
                                scenario.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining("-", "gateway-", ""));
        Path json = directory.resolve(name + ".json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), run);
        String markdown = Table.markdown(run);
        Files.writeString(directory.resolve(name + ".md"), markdown);
        out.print(markdown);
        out.printf("%nwritten to %s and beside it%n", json);
        out.flush();
    }
}
