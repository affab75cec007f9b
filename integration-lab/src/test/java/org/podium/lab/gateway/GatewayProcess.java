package org.podium.lab.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.podium.lab.stack.Infrastructure;

/** A gateway as a process of its own. Tethered: it ends with this JVM, however that ends. */
final class GatewayProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final Process process;
    private final int port;
    private final int adminPort;

    private GatewayProcess(Process process, int port, int adminPort) {
        this.process = process;
        this.port = port;
        this.adminPort = adminPort;
    }

    static GatewayProcess start(Infrastructure infrastructure, int port, int adminPort, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.podium.model.wire",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.podium.lab.stack.TetheredMain",
                        "org.podium.gateway.GatewayMain"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "PODIUM_KAFKA_BOOTSTRAP_SERVERS", infrastructure.bootstrapServers(),
                        "PODIUM_REGISTRY_ADDRESS",
                                infrastructure.registryAddress().toString(),
                        "PODIUM_GATEWAY_HOST", "127.0.0.1",
                        "PODIUM_GATEWAY_PORT", Integer.toString(port),
                        // So small that a reader who was away for a second is behind it.
                        "PODIUM_GATEWAY_WINDOW_UPDATES", "40",
                        "PODIUM_GATEWAY_STREAMS_RETRY", "100ms",
                        "PODIUM_GATEWAY_STREAMS_RETRY_SPREAD", "400ms",
                        "PODIUM_GATEWAY_STREAMS_DRAIN", "1s",
                        "PODIUM_ADMIN_PORT", Integer.toString(adminPort)));
        return new GatewayProcess(builder.start(), port, adminPort);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    boolean ready() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + "/ready"))
                                            .timeout(LIMIT)
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends it as a power cut does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end. By its handle: {@link Process#destroy} also closes the pipe that it is tethered by. */
    void terminate() {
        process.toHandle().destroy();
    }

    boolean ended() {
        return !process.isAlive();
    }

    @Override
    public void close() {
        kill();
        http.shutdownNow();
    }
}
