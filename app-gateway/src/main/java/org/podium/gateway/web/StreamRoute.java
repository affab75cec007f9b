package org.podium.gateway.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.frame.SseFrames;
import org.podium.gateway.subscription.FanOut;
import org.podium.gateway.subscription.Session;
import org.podium.gateway.subscription.Subscription;
import org.podium.gateway.subscription.Subscription.Delivery;
import org.podium.gateway.subscription.Subscription.Medals;

/**
 * The stream as server-sent events, on one event loop. The fan-out begins when the board is ready; until then, and when
 * there are as many streams as the gateway may have, a stream is refused with a time to come back.
 */
final class StreamRoute {

    private static final Duration LOADING = Duration.ofSeconds(2);
    private static final Duration FULL = Duration.ofSeconds(15);
    private static final long TICK_MILLIS = 1_000;

    private final Context context;
    private final Board board;
    private final Supplier<FanOut> fanOuts;
    private final StreamLimits limits;
    private final AtomicInteger streams;
    private final SseFrames frames = new SseFrames();
    private final AtomicBoolean passDue = new AtomicBoolean();
    private @Nullable FanOut fanOut;

    /**
     * @param context event loop of everything in here
     * @param fanOuts makes the fan-out from a board that is ready
     * @param streams number of streams of all event loops
     */
    StreamRoute(
            Vertx vertx,
            Context context,
            Board board,
            Supplier<FanOut> fanOuts,
            StreamLimits limits,
            AtomicInteger streams) {
        this.context = context;
        this.board = board;
        this.fanOuts = fanOuts;
        this.limits = limits;
        this.streams = streams;
        vertx.setPeriodic(TICK_MILLIS, timer -> tick());
        board.onChange(this::wake);
        wake();
    }

    void mount(Router router) {
        router.get("/v1/stream").handler(this::open);
    }

    /** From any thread: however much changes meanwhile, one pass is due. */
    private void wake() {
        if (passDue.compareAndSet(false, true)) {
            context.runOnContext(due -> pass());
        }
    }

    private void pass() {
        passDue.set(false);
        if (fanOut == null && board.ready()) {
            fanOut = fanOuts.get();
        }
        if (fanOut != null && fanOut.pass()) {
            wake();
        }
    }

    private void tick() {
        if (fanOut != null) {
            fanOut.tick();
        }
    }

    private void open(RoutingContext routing) {
        Subscription subscription = subscription(routing);
        Optional<Position> position = position(routing);
        FanOut ready = fanOut;
        if (ready == null) {
            throw Problem.unavailable("the gateway is still reading results; try again", LOADING);
        }
        if (streams.get() >= limits.maxStreams()) {
            throw Problem.unavailable(
                    "this gateway has as many streams as it may; try again, or another gateway", FULL);
        }
        HttpServerRequest request = routing.request();
        HttpServerResponse response = routing.response();
        response.setWriteQueueMaxSize(limits.maxBufferBytes());
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        if (request.version() != HttpVersion.HTTP_2) {
            // The connection is of no use to anybody else, and ends with the stream.
            response.setChunked(true).putHeader("Connection", "close");
        }
        streams.incrementAndGet();
        Session session = ready.open(subscription, position, new SseOutlet(request, frames, context));
        response.drainHandler(drained -> session.pump());
        AtomicBoolean ended = new AtomicBoolean();
        Runnable end = () -> {
            if (ended.compareAndSet(false, true)) {
                streams.decrementAndGet();
                session.closed();
            }
        };
        response.closeHandler(closed -> end.run());
        response.endHandler(done -> end.run());
        response.exceptionHandler(failure -> end.run());
    }

    private Subscription subscription(RoutingContext routing) {
        Query query = Query.of(
                routing,
                "competition",
                "unit",
                "event",
                "discipline",
                "organisation",
                "medals",
                "detail",
                "delivery",
                "snapshot",
                "position");
        Subscription subscription = new Subscription(
                query.competitions("competition"),
                query.units("unit"),
                query.events("event"),
                query.disciplines("discipline"),
                query.organisations("organisation"),
                Medals.valueOf(upper(query.word("medals", "no", "yes", "only"))),
                Detail.valueOf(upper(query.word("detail", "full", "summary"))),
                Delivery.valueOf(upper(query.word("delivery", "newest", "every"))),
                query.word("snapshot", "yes", "no").equals("yes"));
        int filters = sizes(
                subscription.competitions(),
                subscription.units(),
                subscription.events(),
                subscription.disciplines(),
                subscription.organisations());
        if (filters > limits.maxFilters()) {
            throw Problem.badRequest(
                    "a stream takes at most %d values of filters, and this has %d; use wider filters or several streams"
                            .formatted(limits.maxFilters(), filters));
        }
        return subscription;
    }

    @SafeVarargs
    private static int sizes(Set<String>... filters) {
        int size = 0;
        for (Set<String> filter : filters) {
            size += filter.size();
        }
        return size;
    }

    private static Optional<Position> position(RoutingContext routing) {
        String header = routing.request().getHeader("Last-Event-ID");
        Optional<String> text = header == null || header.isEmpty()
                ? Optional.ofNullable(routing.queryParams().get("position"))
                : Optional.of(header);
        return text.map(value -> Position.parse(value)
                .orElseThrow(() -> Problem.badRequest(
                        "'%s' is no position; send the id of the last event unchanged, or none to start anew"
                                .formatted(Query.shown(value)))));
    }

    private static String upper(String word) {
        return word.toUpperCase(java.util.Locale.ROOT);
    }

    /** Says goodbye to all readers; to be called on the event loop. */
    void stop() {
        if (fanOut != null) {
            fanOut.stop();
        }
    }
}
