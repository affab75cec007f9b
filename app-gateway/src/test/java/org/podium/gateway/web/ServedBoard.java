package org.podium.gateway.web;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Origin;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.stream.StreamLimits;
import org.podium.gateway.stream.Transport;
import org.podium.gateway.subscription.FanOut;
import org.podium.model.wire.Result;

/** A server on a free port, whose board the test writes. */
final class ServedBoard implements AutoCloseable {

    static final Instant START = Instant.parse("2024-08-04T19:50:00Z");

    private final Vertx vertx =
            Vertx.builder().withTransport(Transport.AUTO.choose()).build();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Revisions revisions = new Revisions(Clock.systemUTC());
    private final Board board;
    private final GatewayServer server;
    private long offset;

    /** A server whose window holds so many revisions, with so many streams at most. */
    ServedBoard(int window, int maxStreams) {
        board = new Board(window, 64L << 20, new Position("0000abcd", new long[] {0, 0, 0}));
        server = new GatewayServer(
                vertx,
                board,
                null,
                new GatewayServer.Options(
                        "127.0.0.1",
                        0,
                        1,
                        16_384,
                        Duration.ofSeconds(60),
                        new StreamRules(
                                maxStreams,
                                4,
                                Duration.ofMillis(50),
                                Duration.ofSeconds(3),
                                Duration.ofMillis(200),
                                new StreamLimits(65_536, 4_096, 20, Duration.ofSeconds(2))),
                        new FanOut.Limits(
                                100,
                                16_384,
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(20),
                                Duration.ZERO,
                                Duration.ofSeconds(1),
                                Duration.ZERO)),
                new Ignoring(),
                GatewayServer.machineTime(),
                status -> {});
        server.start();
    }

    private static final class Ignoring implements FanOut.Observer {
        @Override
        public void written(Revision revision) {}

        @Override
        public void resynced(Frame.Reason reason) {}

        @Override
        public void left(Frame.Farewell farewell) {}
    }

    /** Puts a version onto the feed. */
    void publish(Result result) {
        board.apply(revisions.of(result, new Origin(0, offset++)));
    }

    void becomeReady() {
        board.becomeReady();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** Opens a stream and reads it in a thread of its own. */
    StreamReader stream(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new StreamReader(client.send(request.build(), BodyHandlers.ofLines()));
    }

    /** Opens a WebSocket and reads it. */
    SocketReader socket(String path) {
        return new SocketReader(client, URI.create("ws://127.0.0.1:" + server.port() + path));
    }

    int streams() {
        return server.streams();
    }

    /** Stops the server, as at the end of the gateway; the board stays. */
    void stop() {
        server.close();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        client.shutdownNow();
    }
}
