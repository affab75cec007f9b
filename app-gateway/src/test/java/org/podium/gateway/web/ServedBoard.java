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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Origin;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.guard.Anonymous;
import org.podium.gateway.guard.Blocks;
import org.podium.gateway.guard.Doorkeeper;
import org.podium.gateway.guard.Gate;
import org.podium.gateway.guard.Limits;
import org.podium.gateway.guard.Proxies;
import org.podium.gateway.guard.Refusal;
import org.podium.gateway.guard.Tokens;
import org.podium.gateway.sample.IgnoringObserver;
import org.podium.gateway.stream.Arrivals;
import org.podium.gateway.stream.StreamLimits;
import org.podium.gateway.stream.Transport;
import org.podium.gateway.subscription.FanOut;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.Result;

/** A server on a free port, whose board the test writes. */
final class ServedBoard implements AutoCloseable {

    static final Instant START = Instant.parse("2024-08-04T19:50:00Z");

    private static final Limits UNLIMITED =
            new Limits(0, Limits.Each.NONE, Limits.Each.NONE, 0, Duration.ofMinutes(5), 1_000);

    private final Vertx vertx;
    private final HttpClient client;
    private final Revisions revisions = new Revisions(Clock.systemUTC());
    private final Board board;
    private final GatewayServer server;
    private final Gate gate;
    private final String scheme;
    private final Recorded recorded = new Recorded();
    private long offset;
    private long eventOffset;

    /**
     * Who is let in.
     *
     * @param head how long a request's head may take
     * @param client trusts the server
     */
    record Guarded(
            Limits limits,
            Proxies proxies,
            @Nullable Tokens tokens,
            Anonymous anonymous,
            Duration head,
            @Nullable TlsFiles tls,
            HttpClient client) {

        /** Everybody. */
        static Guarded open() {
            return new Guarded(
                    UNLIMITED,
                    Proxies.NONE,
                    null,
                    Anonymous.MEDIA,
                    Duration.ofSeconds(10),
                    null,
                    HttpClient.newHttpClient());
        }

        Guarded limits(Limits other) {
            return new Guarded(other, proxies, tokens, anonymous, head, tls, client);
        }

        Guarded proxies(Proxies other) {
            return new Guarded(limits, other, tokens, anonymous, head, tls, client);
        }

        Guarded tokens(Tokens other, Anonymous nameless) {
            return new Guarded(limits, proxies, other, nameless, head, tls, client);
        }

        Guarded head(Duration other) {
            return new Guarded(limits, proxies, tokens, anonymous, other, tls, client);
        }

        Guarded tls(TlsFiles other, HttpClient trusting) {
            return new Guarded(limits, proxies, tokens, anonymous, head, other, trusting);
        }
    }

    /** A server whose window holds so many revisions, with so many streams at most, for everybody. */
    ServedBoard(int window, int maxStreams) {
        this(window, maxStreams, Guarded.open());
    }

    /** A server for whom the guard lets in. */
    ServedBoard(int window, int maxStreams, Guarded guarded) {
        client = guarded.client();
        scheme = guarded.tls() == null ? "http" : "https";
        gate = new Gate(guarded.limits(), guarded.proxies(), recorded, Clock.systemUTC(), System::nanoTime);
        Arrivals arrivals = new Arrivals(gate, guarded.head());
        vertx = Vertx.builder().withTransport(Transport.AUTO.choose(arrivals)).build();
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
                        guarded.tls(),
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
                new GatewayServer.Protection(new Doorkeeper(gate, guarded.tokens(), guarded.anonymous()), arrivals),
                new IgnoringObserver(),
                GatewayServer.machineTime(),
                status -> {});
        server.start();
    }

    /** What the guard did. */
    private static final class Recorded implements Gate.Observer {

        private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
        private final List<Blocks.Block> blocks = new CopyOnWriteArrayList<>();

        @Override
        public void refused(Refusal refusal) {
            refusals.add(refusal);
        }

        @Override
        public void blocked(Blocks.Block block) {
            blocks.add(block);
        }
    }

    List<Refusal> refusals() {
        return List.copyOf(recorded.refusals);
    }

    List<Blocks.Block> blocks() {
        return List.copyOf(recorded.blocks);
    }

    Gate gate() {
        return gate;
    }

    /** Puts a version onto the feed. */
    void publish(Result result) {
        board.apply(revisions.of(result, new Origin(0, offset++)));
    }

    /** Puts a version of what follows for an event onto its topic. */
    void publish(EventResult event) {
        board.apply(revisions.of(event, new Origin(1, eventOffset++)));
    }

    void becomeReady() {
        board.becomeReady();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + server.port() + path))
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
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new StreamReader(client.send(request.build(), BodyHandlers.ofLines()));
    }

    /** Opens a stream as a client that takes gzip, and reads it in a thread of its own until it ends. */
    GzipReader gzip(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(scheme + "://127.0.0.1:" + server.port() + path))
                .header("Accept-Encoding", "gzip, deflate, br");
        return new GzipReader(client.send(request.build(), BodyHandlers.ofInputStream()));
    }

    /** Opens a WebSocket and reads it. */
    SocketReader socket(String path) {
        return new SocketReader(
                client, URI.create(scheme.replace("http", "ws") + "://127.0.0.1:" + server.port() + path));
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
