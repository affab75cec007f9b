package org.podium.lab.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows the results of a gateway as an app does: connects, gets a snapshot and then every update, and when the
 * connection breaks comes back with its last position, which it got as the id of server-sent events.
 */
public final class ResultReader implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration PAUSE_BEFORE_RECONNECT = Duration.ofMillis(200);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final URI address;
    private final InstantSource clock;
    private final Consumer<SeenResult> results;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;

    private ResultReader(URI address, InstantSource clock, Consumer<SeenResult> results) {
        this.address = address;
        this.clock = clock;
        this.results = results;
        this.thread = Thread.ofPlatform().name("result-reader").daemon().unstarted(this::follow);
    }

    /**
     * Begins to follow a stream.
     *
     * @param address the stream with its filters
     * @param results told of each result as it arrives, one at a time
     */
    public static ResultReader follow(URI address, InstantSource clock, Consumer<SeenResult> results) {
        ResultReader reader = new ResultReader(address, clock, results);
        reader.thread.start();
        return reader;
    }

    /** Waits until the first snapshot is complete; false when the time is over before that. */
    public boolean awaitCaughtUp(Duration limit) throws InterruptedException {
        return caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void follow() {
        SseParser parser = new SseParser(clock, "");
        while (!closed) {
            try {
                read(parser);
            } catch (IOException | UncheckedIOException e) {
                // The connection broke, or there was none yet: it is made again below, at the position reached.
            } catch (InterruptedException e) {
                return;
            }
            try {
                Thread.sleep(PAUSE_BEFORE_RECONNECT);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read(SseParser parser) throws IOException, InterruptedException {
        parser.restart();
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (!parser.lastId().isEmpty()) {
            request.header("Last-Event-ID", parser.lastId());
        }
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() != 200) {
                throw new IOException("%s answered %d".formatted(address, response.statusCode()));
            }
            for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
                parser.line(line).ifPresent(this::take);
            }
        }
    }

    private void take(SseEvent event) {
        switch (event.name()) {
            case "snapshot", "update" -> {
                JsonNode frame = parse(event);
                String part = frame.path("part").asText();
                if (part.equals("unit")) {
                    results.accept(SeenResult.of(frame.required("unit"), event.arrived()));
                } else if (part.equals("complete")) {
                    caughtUp.countDown();
                }
            }
            default -> {
                // Greetings, heartbeats and goodbyes: a reader that always comes back has nothing to do about them.
            }
        }
    }

    private static JsonNode parse(SseEvent event) {
        try {
            return JSON.readTree(event.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A frame is not JSON: " + event.text(), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        http.shutdownNow();
    }
}
