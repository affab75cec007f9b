package org.podium.bench.peer;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.podium.bench.feed.Publication;
import org.podium.bench.load.Target;
import org.podium.bench.machine.ServerProcess;
import org.podium.lab.stack.FreePorts;

/** A {@link PlainServer}. */
final class PlainPeer implements Peer {

    private static final Duration START = Duration.ofSeconds(20);

    private final ServerProcess process;
    private final int readers;
    private final int publisher;

    private PlainPeer(ServerProcess process, int readers, int publisher) {
        this.process = process;
        this.readers = readers;
        this.publisher = publisher;
    }

    static PlainPeer start(Path directory) throws IOException, InterruptedException {
        int readers = FreePorts.findOne();
        int publisher = FreePorts.findOne();
        ServerProcess process = ServerProcess.start(
                "plain",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseG1GC",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainServer.class.getName(),
                        Integer.toString(readers),
                        Integer.toString(publisher)),
                directory);
        return new PlainPeer(process.await(() -> ServerProcess.listens(readers), START), readers, publisher);
    }

    @Override
    public String name() {
        return "plain Netty";
    }

    @Override
    public Target target(Protocol protocol, int firstUnit, int units) {
        return Target.of(URI.create("http://127.0.0.1:" + readers + "/"));
    }

    @Override
    public Publication publication() {
        return new FramePublication(
                new LineConnection(publisher),
                (unit, length) ->
                        ByteBuffer.allocate(Integer.BYTES).putInt(length).array(),
                "");
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
