package org.podium.gateway.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.podium.gateway.stream.Connections;
import org.podium.gateway.stream.Dialogue;
import org.podium.gateway.stream.StreamLoop;
import org.podium.gateway.stream.WebSocketHandshake;
import org.podium.gateway.subscription.FanOut;
import org.podium.gateway.subscription.Session;

/**
 * The stream, as server-sent events or as a WebSocket, on one event loop. Until everything was read, and when there are
 * as many streams as the gateway may have, a stream is refused with a time to come back.
 */
final class StreamRoute {

    private static final Duration LOADING = Duration.ofSeconds(2);
    private static final Duration FULL = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int UPGRADE_REQUIRED = 426;

    private final StreamLoop loop;
    private final Connections connections;
    private final StreamRules rules;
    private final ReaderMessages messages;
    private final AtomicInteger streams;
    private final IntConsumer answered;

    /**
     * @param streams number of streams of all event loops
     * @param answered told the status of answers that the HTTP server does not end itself
     */
    StreamRoute(StreamLoop loop, StreamRules rules, AtomicInteger streams, IntConsumer answered) {
        this.loop = loop;
        this.connections = new Connections(loop, rules.connection());
        this.rules = rules;
        this.messages = new ReaderMessages(new Wishes(rules.maxFilters()));
        this.streams = streams;
        this.answered = answered;
    }

    void mount(Router router) {
        router.get("/v1/stream").handler(this::open);
    }

    private void open(RoutingContext routing) {
        Query query = Query.of(routing, Wishes.PARAMETERS);
        HttpServerRequest request = routing.request();
        Optional<String> position = position(request, query);
        if (WebSocketHandshake.isWanted(request.headers())) {
            Optional<Dialogue.Hello> hello = messages.inQuery(query, position);
            webSocket(routing, hello);
        } else {
            serverSentEvents(routing, messages.hello(query, position));
        }
    }

    private static Optional<String> position(HttpServerRequest request, Query query) {
        String header = request.getHeader("Last-Event-ID");
        return header == null || header.isEmpty() ? query.single("position") : Optional.of(header);
    }

    private FanOut admitted() {
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
        return ready;
    }

    private void webSocket(RoutingContext routing, Optional<Dialogue.Hello> hello) {
        WebSocketHandshake handshake = WebSocketHandshake.of(routing.request().headers())
                .orElseThrow(
                        () -> Problem.of(
                                UPGRADE_REQUIRED,
                                "The handshake is not one of a WebSocket",
                                "send a Sec-WebSocket-Key of 16 bytes in base 64, Sec-WebSocket-Version 13 and Connection: Upgrade"));
        FanOut fanOut = admitted();
        connections.webSocket(
                routing.request(),
                handshake,
                routing.response().headers(),
                fanOut,
                hello,
                messages,
                counted(SWITCHING_PROTOCOLS));
    }

    private void serverSentEvents(RoutingContext routing, Dialogue.Hello hello) {
        FanOut fanOut = admitted();
        HttpServerResponse response = routing.response();
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        if (routing.request().version() == HttpVersion.HTTP_2) {
            http2(response, fanOut, hello);
        } else {
            connections.sse(routing.request(), response.headers(), fanOut, hello, counted(OK));
        }
    }

    private void http2(HttpServerResponse response, FanOut fanOut, Dialogue.Hello hello) {
        response.setWriteQueueMaxSize(rules.connection().mostPending());
        AtomicBoolean ended = new AtomicBoolean();
        Runnable count = counted(OK);
        Session session =
                fanOut.open(hello.subscription(), hello.position(), new Http2Outlet(response, loop.encoder()));
        response.drainHandler(drained -> session.pump());
        Runnable end = () -> {
            if (ended.compareAndSet(false, true)) {
                session.closed();
                count.run();
            }
        };
        response.closeHandler(closed -> end.run());
        response.endHandler(done -> end.run());
        response.exceptionHandler(failure -> end.run());
    }

    /** Counts a stream, and gives what is run when it has ended. */
    private Runnable counted(int status) {
        streams.incrementAndGet();
        return () -> {
            streams.decrementAndGet();
            answered.accept(status);
        };
    }
}
