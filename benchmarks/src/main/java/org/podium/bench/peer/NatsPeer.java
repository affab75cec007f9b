package org.podium.bench.peer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.podium.bench.feed.Publication;
import org.podium.bench.load.Target;
import org.podium.bench.machine.ServerProcess;
import org.podium.lab.stack.FreePorts;

/** nats-server, published to over TCP and read over WebSocket. */
final class NatsPeer implements Peer {

    private static final Duration START = Duration.ofSeconds(10);
    private static final String SUBJECT = "results.u";

    private final ServerProcess process;
    private final int tcp;
    private final int webSocket;

    private NatsPeer(ServerProcess process, int tcp, int webSocket) {
        this.process = process;
        this.tcp = tcp;
        this.webSocket = webSocket;
    }

    static NatsPeer start(Path directory) throws IOException, InterruptedException {
        int tcp = FreePorts.findOne();
        int webSocket = FreePorts.findOne();
        Path configuration = directory.resolve("nats.conf");
        Files.writeString(configuration, """
                listen: "127.0.0.1:%d"
                max_connections: 65536
                ping_interval: "1h"
                write_deadline: "60s"
                websocket { listen: "127.0.0.1:%d", no_tls: true, compression: false }
                """.formatted(tcp, webSocket));
        ServerProcess process = ServerProcess.start(
                "nats-server", List.of(Programs.path("nats-server"), "-c", configuration.toString()), directory);
        return new NatsPeer(process.await(() -> ServerProcess.listens(webSocket), START), tcp, webSocket);
    }

    @Override
    public String name() {
        return "nats-server";
    }

    @Override
    public Target target(Protocol protocol, int firstUnit, int units) {
        List<String> greetings = new ArrayList<>();
        greetings.add(
                "CONNECT {\"verbose\":false,\"pedantic\":false,\"lang\":\"bench\",\"version\":\"1\",\"protocol\":1}\r\n");
        for (int unit = 0; unit < units; unit++) {
            greetings.add("SUB " + SUBJECT + (firstUnit + unit) + " " + (unit + 1) + "\r\n");
        }
        return new Target(
                URI.create("ws://127.0.0.1:" + webSocket + "/"), List.of(), null, greetings, null, Target.SAME);
    }

    @Override
    public Publication publication() {
        LineConnection connection = new LineConnection(tcp);
        connection.send(ascii("CONNECT {\"verbose\":false,\"pedantic\":false}\r\n"), new byte[0], "");
        return new FramePublication(
                connection, (unit, length) -> ascii("PUB " + SUBJECT + unit + " " + length + "\r\n"), "\r\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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
