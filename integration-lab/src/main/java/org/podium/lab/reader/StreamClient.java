package org.podium.lab.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
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

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final List<URI> gateways;
    private final String query;
    private final InstantSource clock;
    private final Listener listener;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread;
    private int current;
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
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(opened.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
                parser.line(line).ifPresent(event -> take(event, connectedAt));
            }
        } finally {
            opened.disconnect();
        }
    }

    private void take(SseEvent event, Instant connectedAt) {
        JsonNode frame = parse(event);
        switch (event.name()) {
            case "hello" ->
                silence = Duration.ofMillis(frame.required("heartbeatMillis").asLong())
                        .multipliedBy(HALVES_OF_A_HEARTBEAT)
                        .dividedBy(2);
            case "snapshot", "update" -> {
                String part = frame.path("part").asText();
                if (part.equals("unit")) {
                    boolean snapshot = event.name().equals("snapshot");
                    listener.saw(name, Sighting.of(frame.required("unit"), snapshot, connectedAt, event.arrived()));
                } else if (part.equals("complete")) {
                    caughtUp.countDown();
                }
            }
            case "resync" -> listener.resynchronised(name, frame.path("reason").asText());
            default -> {
                // Heartbeats and goodbyes: that the stream is alive, or ends, shows anyway.
            }
        }
    }

    private static JsonNode parse(SseEvent event) {
        try {
            return JSON.readTree(event.text());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A frame is not JSON: " + event.text(), e);
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
