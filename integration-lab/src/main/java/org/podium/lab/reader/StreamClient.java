package org.podium.lab.reader;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A client of several gateways that keeps to the protocol: it follows one of them, and when its stream ends waits as
 * long as it was told and goes on at the next one, from its last position. A stream on which not even the heartbeat
 * comes that was promised is given up at once.
 */
public final class StreamClient implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);

    /** Until the gateway has said how long a silence may be. */
    private static final Duration FIRST_SILENCE = Duration.ofSeconds(2);

    /** A heartbeat may be late by half. */
    private static final int HALVES_OF_A_HEARTBEAT = 3;

    private final String name;
    private final List<URI> gateways;
    private final String query;
    private final InstantSource clock;
    private final Listener listener;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private volatile int current;
    private Duration silence = FIRST_SILENCE;

    /** Who is told of what comes. All calls are made by one thread of the client's. */
    public interface Listener {

        /** A unit's result came to the client of this name. */
        void saw(String client, Sighting sighting);

        /** The stream ended, in whatever way; the client comes back by itself. */
        void disconnected(String client, String why);

        /** The gateway could not go on where the client was, and said so. */
        void resynchronised(String client, String reason);
    }

    private StreamClient(
            String name, List<URI> gateways, int first, String query, InstantSource clock, Listener listener) {
        this.name = name;
        this.gateways = List.copyOf(gateways);
        this.current = first;
        this.query = query;
        this.clock = clock;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("client-" + name).daemon().unstarted(this::follow);
    }

    /**
     * Begins to follow.
     *
     * @param first index of the gateway that it follows first
     * @param query what it asks for, as a query of the stream
     */
    public static StreamClient follow(
            String name, List<URI> gateways, int first, String query, InstantSource clock, Listener listener) {
        StreamClient client = new StreamClient(name, gateways, first, query, clock, listener);
        client.thread.start();
        return client;
    }

    /** Waits until the first snapshot is complete; false when the time is over before that. */
    public boolean awaitCaughtUp(Duration limit) throws InterruptedException {
        return caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Index of the gateway that it follows, or asks now. */
    public int follows() {
        return current;
    }

    private void follow() {
        SseParser parser = new SseParser(clock, "");
        try {
            while (true) {
                String why;
                Duration pause = Duration.ZERO;
                try {
                    why = read(parser);
                    pause = parser.retry();
                } catch (TimeoutException e) {
                    why = "silence";
                } catch (ExecutionException | UncheckedIOException e) {
                    why = String.valueOf(e.getMessage());
                    pause = parser.retry();
                }
                listener.disconnected(name, why);
                current = (current + 1) % gateways.size();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            // Closed: there is nothing more to follow.
        }
    }

    /** Reads a stream to its end, and tells how it ended. */
    private String read(SseParser parser) throws InterruptedException, ExecutionException, TimeoutException {
        parser.restart();
        Instant connectedAt = clock.instant();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        gateways.get(current).resolve("/v1/stream?" + query))
                .header("Accept", "text/event-stream");
        if (!parser.lastId().isEmpty()) {
            request.header("Last-Event-ID", parser.lastId());
        }
        Lines lines = new Lines();
        CompletableFuture<HttpResponse<Void>> response = http.sendAsync(
                request.build(),
                answer -> answer.statusCode() == 200
                        ? BodySubscribers.fromLineSubscriber(lines, _ -> null, StandardCharsets.UTF_8, "\n")
                        : BodySubscribers.replacing(null));
        var _ = response.whenComplete((_, _) -> lines.end());
        try {
            for (Optional<String> line = lines.next(silence); line.isPresent(); line = lines.next(silence)) {
                parser.line(line.get()).ifPresent(event -> take(event, connectedAt));
            }
            int status = response.get().statusCode();
            return status == 200 ? "the stream ended" : "it answered " + status;
        } finally {
            response.cancel(true);
        }
    }

    private void take(SseEvent event, Instant connectedAt) {
        Frame frame = Frame.of(event);
        switch (event.name()) {
            case "hello" ->
                silence = Duration.ofMillis(Objects.requireNonNull(frame.heartbeatMillis()))
                        .multipliedBy(HALVES_OF_A_HEARTBEAT)
                        .dividedBy(2);
            case "snapshot", "update" -> {
                if ("unit".equals(frame.part())) {
                    listener.saw(name, Sighting.of(Objects.requireNonNull(frame.unit()), event, connectedAt));
                } else if ("complete".equals(frame.part())) {
                    caughtUp.countDown();
                }
            }
            case "resync" -> listener.resynchronised(name, String.valueOf(frame.reason()));
            default -> {
                // Heartbeats and goodbyes: that the stream is alive, or ends, shows anyway.
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }

    /** The lines of a body as they come, for a thread that does not wait for the next one as long as it takes. */
    private static final class Lines implements Flow.Subscriber<String> {

        private final BlockingQueue<Optional<String>> waiting = new LinkedBlockingQueue<>();

        /** The next line; empty when there is no more. */
        Optional<String> next(Duration limit) throws InterruptedException, TimeoutException {
            Optional<String> next = waiting.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new TimeoutException();
            }
            return next;
        }

        void end() {
            waiting.add(Optional.empty());
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            waiting.add(Optional.of(line));
        }

        @Override
        public void onError(Throwable failure) {
            // The response says it, of which this is the body.
        }

        @Override
        public void onComplete() {
            // The response ends with its body, and ends the lines.
        }
    }
}
