package org.podium.lab.reader;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
    private volatile int current;
    private Duration silence = FIRST_SILENCE;
    private volatile boolean closed;
    private volatile @Nullable HttpURLConnection connection;

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
        while (!closed) {
            String why;
            Duration pause;
            try {
                read(parser);
                why = "the stream ended";
                pause = parser.retry();
            } catch (SocketTimeoutException e) {
                why = "silence";
                pause = Duration.ZERO;
            } catch (IOException | UncheckedIOException e) {
                why = String.valueOf(e.getMessage());
                pause = parser.retry();
            }
            if (closed) {
                return;
            }
            listener.disconnected(name, why);
            current = (current + 1) % gateways.size();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read(SseParser parser) throws IOException {
        parser.restart();
        Instant connectedAt = clock.instant();
        HttpURLConnection opened = (HttpURLConnection)
                gateways.get(current).resolve("/v1/stream?" + query).toURL().openConnection();
        connection = opened;
        opened.setConnectTimeout(Math.toIntExact(CONNECT_LIMIT.toMillis()));
        opened.setReadTimeout(Math.toIntExact(silence.toMillis()));
        opened.setRequestProperty("Accept", "text/event-stream");
        if (!parser.lastId().isEmpty()) {
            opened.setRequestProperty("Last-Event-ID", parser.lastId());
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new AsItComes(opened.getInputStream()), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
                parser.line(line).ifPresent(event -> take(event, connectedAt));
            }
        } finally {
            opened.disconnect();
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

    /**
     * Says that nothing more is there than was read: a reader of text asks before each buffer, and is answered by the
     * body of a response with all work on the chunks that there are.
     */
    private static final class AsItComes extends FilterInputStream {

        AsItComes(InputStream body) {
            super(body);
        }

        @Override
        public int available() {
            return 0;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        HttpURLConnection open = connection;
        if (open != null) {
            open.disconnect();
        }
    }
}
