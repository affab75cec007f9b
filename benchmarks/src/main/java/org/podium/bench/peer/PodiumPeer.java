package org.podium.bench.peer;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.podium.bench.cluster.Cluster;
import org.podium.bench.feed.FeedPublication;
import org.podium.bench.feed.MadeUpUnit;
import org.podium.bench.feed.Publication;
import org.podium.bench.load.Target;
import org.podium.bench.machine.ServerProcess;
import org.podium.lab.stack.FreePorts;

/** {@code ./podium gateway} behind a real broker. */
final class PodiumPeer implements Peer {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Cluster cluster;
    private final ServerProcess process;
    private final int port;

    private PodiumPeer(Cluster cluster, ServerProcess process, int port) {
        this.cluster = cluster;
        this.process = process;
        this.port = port;
    }

    /** Starts a gateway and waits until it is ready. */
    static PodiumPeer start(Cluster cluster, Path directory, List<String> settings, Archive archive)
            throws IOException, InterruptedException {
        int port = FreePorts.findOne();
        int admin = FreePorts.findOne();
        List<String> command = new ArrayList<>(List.of(launcher().toString(), "gateway"));
        keys(cluster, port, admin).forEach(setting -> command.addAll(List.of("--set", setting)));
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        ServerProcess process = ServerProcess.start("podium", command, directory, archive.environment());
        return new PodiumPeer(cluster, process.await(() -> ready(admin), START), port);
    }

    private static List<String> keys(Cluster cluster, int port, int admin) {
        return List.of(
                "podium.kafka.bootstrap-servers=" + cluster.bootstrapServers(),
                "podium.registry.address=" + cluster.registry(),
                "podium.gateway.host=127.0.0.1",
                "podium.gateway.port=" + port,
                "podium.admin.port=" + admin);
    }

    /** The launcher says where it is to everything that it starts. */
    private static Path launcher() {
        String home = System.getenv("PODIUM_HOME");
        if (home == null) {
            throw new IllegalStateException("PODIUM_HOME is not set: start this with ./podium bench");
        }
        return Path.of(home, "podium");
    }

    private static boolean ready(int admin) {
        try {
            HttpURLConnection asked = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + admin + "/ready").toURL().openConnection();
            asked.setConnectTimeout(TIMEOUT_MILLIS);
            asked.setReadTimeout(TIMEOUT_MILLIS);
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    @Override
    public String name() {
        return "Podium";
    }

    @Override
    public Target target(Protocol protocol, int firstUnit, int units) {
        String query = IntStream.range(firstUnit, firstUnit + units)
                .mapToObj(unit -> "unit=" + MadeUpUnit.number(unit).key().rsc())
                .collect(Collectors.joining("&"));
        return new Target(
                URI.create("%s://127.0.0.1:%d/v1/stream?%s"
                        .formatted(protocol == Protocol.SSE ? "http" : "ws", port, query)),
                List.of(),
                null,
                List.of(),
                "position",
                Target.SAME);
    }

    @Override
    public Publication publication() {
        return FeedPublication.open(cluster.bootstrapServers(), cluster.registry());
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
