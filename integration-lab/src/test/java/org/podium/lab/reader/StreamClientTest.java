package org.podium.lab.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamClientTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String HELLO = """
            event: hello
            data: {"heartbeatMillis": 100}

            """;

    private final List<HttpServer> gateways = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final BlockingQueue<String> endings = new LinkedBlockingQueue<>();

    /** The last positions that clients came with to the second gateway. */
    private final BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();

    private StreamClient follow(HttpHandler first) throws IOException {
        gateway(first);
        gateway(exchange -> {
            arrivals.add(String.valueOf(exchange.getRequestHeaders().getFirst("Last-Event-ID")));
            say(exchange, HELLO);
            awaitEnd();
        });
        return StreamClient.follow(
                "media",
                gateways.stream()
                        .map(gateway -> URI.create("http://127.0.0.1:%d/"
                                .formatted(gateway.getAddress().getPort())))
                        .toList(),
                0,
                "snapshot=false",
                Clock.systemUTC(),
                new Noting());
    }

    private void gateway(HttpHandler stream) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/stream", stream);
        server.start();
        gateways.add(server);
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        body.write(text.getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        gateways.forEach(gateway -> gateway.stop(0));
        threads.shutdownNow();
    }

    @Test
    void leavesAGatewayThatIsSilentForLongerThanItsFirstWordsPromised() throws Exception {
        CountDownLatch said = new CountDownLatch(1);
        try (StreamClient client = follow(exchange -> {
            say(exchange, HELLO);
            said.countDown();
            awaitEnd();
        })) {
            assertThat(said.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            long silentFrom = System.nanoTime();

            assertThat(take(endings)).isEqualTo("silence");

            assertThat(take(arrivals)).isEqualTo("null");
            assertThat(client.follows()).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - silentFrom)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void goesOnFromItsLastPositionWhereAStreamEnds() throws Exception {
        try (StreamClient _ = follow(exchange -> {
            say(exchange, HELLO + """
                    id: p7
                    retry: 20
                    event: heartbeat
                    data: {}

                    """);
            exchange.close();
        })) {
            assertThat(take(arrivals)).isEqualTo("p7");
            assertThat(take(endings)).isEqualTo("the stream ended");
        }
    }

    @Test
    void asksTheNextGatewayWhereOneRefuses() throws Exception {
        try (StreamClient _ = follow(exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        })) {
            assertThat(take(arrivals)).isEqualTo("null");
            assertThat(take(endings)).isEqualTo("it answered 503");
        }
    }

    private static String take(BlockingQueue<String> from) throws InterruptedException {
        return String.valueOf(from.poll(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    private final class Noting implements StreamClient.Listener {

        @Override
        public void saw(String client, Sighting sighting) {
            throw new AssertionError("No result was sent");
        }

        @Override
        public void disconnected(String client, String why) {
            endings.add(why);
        }

        @Override
        public void resynchronised(String client, String reason) {
            throw new AssertionError("Nobody said so");
        }
    }
}
