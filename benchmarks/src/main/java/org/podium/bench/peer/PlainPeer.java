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

/** What a server is held against: a {@link PlainServer} or a {@link BareServer}. */
final class PlainPeer implements Peer {

    private static final Duration START = Duration.ofSeconds(20);

    private final String name;
    private final ServerProcess process;
    private final int readers;
    private final int publisher;

    private PlainPeer(String name, ServerProcess process, int readers, int publisher) {
        this.name = name;
        this.process = process;
        this.readers = readers;
        this.publisher = publisher;
    }

    static PlainPeer netty(Path directory) throws IOException, InterruptedException {
        return start("plain Netty", PlainServer.class, directory);
    }

    static PlainPeer bare(Path directory) throws IOException, InterruptedException {
        return start("send(2) alone", BareServer.class, directory);
    }

    private static PlainPeer start(String name, Class<?> server, Path directory)
            throws IOException, InterruptedException {
        int readers = FreePorts.findOne();
        int publisher = FreePorts.findOne();
        ServerProcess process = ServerProcess.start(
                server.getSimpleName(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseG1GC",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        server.getName(),
                        Integer.toString(readers),
                        Integer.toString(publisher)),
                directory);
        return new PlainPeer(name, process.await(() -> ServerProcess.listens(readers), START), readers, publisher);
    }

    @Override
    public String name() {
        return name;
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
