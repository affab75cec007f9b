package org.podium.gateway.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.guard.Caller;
import org.podium.gateway.guard.Doorkeeper;
import org.podium.gateway.guard.Refusal;
import org.podium.gateway.guard.Right;
import org.podium.gateway.stream.Admission;
import org.podium.gateway.stream.Connections;
import org.podium.gateway.stream.Dialogue;
import org.podium.gateway.stream.StreamLoop;
import org.podium.gateway.stream.WebSocketHandshake;
import org.podium.gateway.subscription.FanOut;
import org.podium.gateway.subscription.Session;
import org.podium.gateway.subscription.Subscription;

/**
 * The stream, as server-sent events or as a WebSocket, on one event loop. Until everything was read, and when there are
 * as many streams as the gateway may have, a stream is refused with a time to come back.
 */
final class StreamRoute {

    static final String PATH = "/v1/stream";

    /** Those of a subscription, and a token for who cannot send headers. */
    private static final String[] PARAMETERS = Stream.concat(
                    Arrays.stream(Wishes.PARAMETERS), Stream.of(Door.TOKEN_PARAMETER))
            .toArray(String[]::new);

    private static final Duration LOADING = Duration.ofSeconds(2);
    private static final Duration FULL = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final StreamLoop loop;
    private final Connections connections;
    private final StreamRules rules;
    private final Wishes wishes;
    private final Doorkeeper doorkeeper;
    private final Clock clock;
    private final AtomicInteger streams;
    private final IntConsumer answered;

    /**
     * @param streams number of streams of all event loops
     * @param answered told the status of answers that the HTTP server does not end itself
     */
    StreamRoute(
            StreamLoop loop,
            StreamRules rules,
            Doorkeeper doorkeeper,
            Clock clock,
            AtomicInteger streams,
            IntConsumer answered) {
        this.loop = loop;
        this.connections = new Connections(loop, rules.connection());
        this.rules = rules;
        this.wishes = new Wishes(rules.maxFilters());
        this.doorkeeper = doorkeeper;
        this.clock = clock;
        this.streams = streams;
        this.answered = answered;
    }

    void mount(Router router) {
        router.get(PATH).handler(this::open);
    }

    private void open(RoutingContext routing) {
        Query query = Query.of(routing, PARAMETERS).without(Door.TOKEN_PARAMETER);
        HttpServerRequest request = routing.request();
        requireChunks(request);
        Optional<String> position = position(request, query);
        Caller caller = Door.caller(routing);
        ReaderMessages messages = new ReaderMessages(wishes, subscription -> require(caller, subscription));
        if (WebSocketHandshake.isWanted(request.headers())) {
            Optional<Dialogue.Hello> hello = messages.inQuery(query, position);
            webSocket(routing, caller, hello, messages);
        } else {
            serverSentEvents(routing, caller, messages.hello(query, position));
        }
    }

    /** HTTP/1.0 has neither chunks nor upgrades (RFC 9112, 6.1; RFC 9110, 7.8). */
    private static void requireChunks(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_1_0) {
            throw Problem.upgradeRequired(
                    "Streams need HTTP/1.1 or later",
                    "ask with HTTP/1.1 or HTTP/2; a proxy on the way has to speak it to the gateway as well",
                    "HTTP/1.1",
                    Map.of());
        }
    }

    private void require(Caller caller, Subscription subscription) {
        if (subscription.delivery() == Subscription.Delivery.EVERY) {
            Door.require(doorkeeper, caller, Right.MEDIA);
        }
    }

    private static Optional<String> position(HttpServerRequest request, Query query) {
        String header = request.getHeader("Last-Event-ID");
        return header == null || header.isEmpty() ? query.single("position") : Optional.of(header);
    }

    /**
     * Lets a stream in, and counts it.
     *
     * @param status what the answer counts as when the stream has ended
     */
    private Admission admitted(Caller caller, int status) {
        FanOut ready = loop.fanOut()
                .orElseThrow(() -> Problem.unavailable("the gateway is still reading results; try again", LOADING));
        if (loop.leaving()) {
            throw Problem.unavailable("this gateway is about to stop; try again, and reach another one", LOADING);
        }
        if (loop.overloaded()) {
            throw Problem.unavailable("this gateway has more to do than it can; try again, or another gateway", FULL);
        }
        if (streams.get() >= rules.maxStreams()) {
            throw Problem.unavailable(
                    "this gateway has as many streams as it may; try again, or another gateway", FULL);
        }
        doorkeeper.handshake(caller).ifPresent(away -> {
            throw Door.problem(away);
        });
        streams.incrementAndGet();
        return new Admission(ready, () -> over(caller), () -> {
            streams.decrementAndGet();
            doorkeeper.gate().left(caller);
            answered.accept(status);
        });
    }

    private Optional<Frame.Farewell> over(Caller caller) {
        return doorkeeper
                .over(caller, clock)
                .map(refusal ->
                        refusal == Refusal.TOKEN_EXPIRED ? Frame.Farewell.TOKEN_EXPIRED : Frame.Farewell.BLOCKED);
    }

    private void webSocket(
            RoutingContext routing, Caller caller, Optional<Dialogue.Hello> hello, ReaderMessages messages) {
        WebSocketHandshake handshake = WebSocketHandshake.of(routing.request().headers())
                .orElseThrow(() -> Problem.upgradeRequired(
                        "The handshake is not one of a WebSocket",
                        "send a Sec-WebSocket-Key of 16 bytes in base 64, Sec-WebSocket-Version 13 and Connection: Upgrade",
                        "websocket",
                        Map.of("Sec-WebSocket-Version", "13")));
        Admission admission = admitted(caller, SWITCHING_PROTOCOLS);
        connections.webSocket(routing.request(), handshake, routing.response().headers(), admission, hello, messages);
    }

    private void serverSentEvents(RoutingContext routing, Caller caller, Dialogue.Hello hello) {
        Admission admission = admitted(caller, OK);
        HttpServerResponse response = routing.response();
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("Vary", "Accept-Encoding");
        boolean compressed = Coding.GZIP.isAccepted(routing.request().getHeader("Accept-Encoding"));
        if (compressed) {
            response.putHeader("Content-Encoding", Coding.GZIP.word());
        }
        if (routing.request().version() == HttpVersion.HTTP_2) {
            http2(response, compressed, admission, hello);
        } else {
            connections.sse(routing.request(), response.headers(), compressed, admission, hello);
        }
    }

    private void http2(HttpServerResponse response, boolean compressed, Admission admission, Dialogue.Hello hello) {
        response.setWriteQueueMaxSize(rules.connection().mostPending());
        AtomicBoolean ended = new AtomicBoolean();
        Session session = admission
                .fanOut()
                .open(
                        hello.subscription(),
                        hello.position(),
                        compressed ? Http2Outlet.compressed(response, loop) : Http2Outlet.plain(response, loop),
                        admission.permit());
        response.drainHandler(drained -> session.pump());
        Runnable end = () -> {
            if (ended.compareAndSet(false, true)) {
                session.closed();
                admission.ended().run();
            }
        };
        response.closeHandler(closed -> end.run());
        response.endHandler(done -> end.run());
        response.exceptionHandler(failure -> end.run());
    }
}
