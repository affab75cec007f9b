package org.podium.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real server, which answers each reader with three versions and holds the connection. */
class LoadTest {

    private static final long INTENDED = 1_700_000_000_000L;

    private final Queue<String> resumedAt = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @SuppressWarnings("NullAway.Init") // every test begins with to()
    private Load load;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/stream", exchange -> {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"))
                    .ifPresent(resumedAt::add);
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int version = 1; version <= 3; version++) {
                out.write(
                        "id: p%d\ndata: {\"part\":\"unit\",\"takenAt\":%d,\"unit\":{\"unit\":\"A\",\"version\":%d}}\n\n"
                                .formatted(version, INTENDED, version)
                                .getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        });
        server.createContext("/short", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, 0);
            exchange.close();
        });
        server.createContext("/busy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "60");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        load.close();
        server.stop(0);
    }

    private Load to(String path) {
        load = new Load(
                Target.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path)),
                Load.Options.OF_PODIUM);
        return load;
    }

    @Test
    void countsWhatEveryReaderGets() throws InterruptedException {
        to("/stream").count(INTENDED, INTENDED + 1);
        assertThat(load.connect(20, false, Duration.ofSeconds(20))).isEqualTo(20);
        Awaitility.await().until(() -> load.seen().messages() == 60);
        Seen seen = load.seen();
        assertThat(seen.readers()).isEqualTo(20);
        assertThat(seen.behind()).isZero();
        assertThat(seen.skipped() + seen.duplicates() + seen.backwards()).isZero();
        assertThat(seen.age().count()).isEqualTo(60);
        assertThat(seen.incidents()).isEmpty();
    }

    @Test
    void comesBackWithItsPositionAfterAStorm() throws InterruptedException {
        to("/stream").connect(5, false, Duration.ofSeconds(20));
        Awaitility.await().until(() -> load.seen().messages() == 15);
        load.storm();
        Awaitility.await().until(() -> load.seen().messages() == 30);
        assertThat(resumedAt).containsExactly("p3", "p3", "p3", "p3", "p3");
        assertThat(load.seen().duplicates()).isEqualTo(5);
        assertThat(load.seen().backwards()).isEqualTo(10);
    }

    @Test
    void saysHowOftenItWasRefusedAndStaysAwayAsTold() throws InterruptedException {
        assertThat(to("/busy").connect(3, false, Duration.ofSeconds(2))).isZero();
        assertThat(load.seen().incidents()).containsEntry("answered 503", 3L);
    }

    @Test
    void stalledReadersReadNothing() throws InterruptedException {
        assertThat(to("/stream").connect(4, true, Duration.ofSeconds(20))).isEqualTo(4);
        Seen seen = load.seen();
        assertThat(seen.readers()).isZero();
        assertThat(seen.bytes()).isZero();
        assertThat(load.leftStalled()).isZero();
        assertThat(load.seen().bytes()).isZero();
    }

    @Test
    void tellsHowManyOfThoseWhoReadNothingTheServerHasLeft() throws InterruptedException {
        assertThat(to("/short").connect(3, true, Duration.ofSeconds(20))).isEqualTo(3);
        assertThat(load.leftStalled()).isEqualTo(3);
    }
}
