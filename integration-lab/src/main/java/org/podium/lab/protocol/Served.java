package org.podium.lab.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.podium.lab.reader.SseEvent;
import org.podium.lab.reader.SseParser;

/** A gateway, as a client sees it that knows its address alone. */
final class Served implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI base;

    /** What came on a stream until it was left. */
    record Seen(int status, List<SseEvent> events, String lastId) {

        /** Name of the first event. */
        String firstName() {
            return events.isEmpty() ? "nothing" : events.getFirst().name();
        }

        /** Data of the first event with this name. */
        JsonNode first(String name) throws IOException, Promise.Broken {
            List<JsonNode> all = data(name);
            if (all.isEmpty()) {
                throw new Promise.Broken("no %s came".formatted(name));
            }
            return all.getFirst();
        }

        /** Data of the events with this name. */
        List<JsonNode> data(String name) throws IOException {
            List<JsonNode> data = new ArrayList<>();
            for (SseEvent event : events) {
                if (event.name().equals(name)) {
                    data.add(JSON.readTree(event.text()));
                }
            }
            return data;
        }
    }

    Served(URI base) {
        this.base = base;
    }

    static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    static JsonNode json(String message) throws IOException {
        return JSON.readTree(message);
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(path)).timeout(LIMIT).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** The answer to a request with a header that the JDK's client lets nobody set. */
    PlainAnswer plain(String path, String header) throws IOException {
        return PlainAnswer.get(at(path), LIMIT, header);
    }

    private URI at(String path) {
        return base.resolve(path);
    }

    /** Reads a stream until an event that is the last one of interest, or until nothing more comes. */
    Seen stream(String path, Predicate<Seen> enough, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            CompletableFuture<Seen> reading = CompletableFuture.supplyAsync(
                    () -> read(response.statusCode(), body, enough),
                    task -> Thread.ofVirtual().start(task));
            return reading.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("what was expected did not come within " + LIMIT.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("the stream broke", e);
        }
    }

    /** A header of the answer that is a stream. */
    String streamHeader(String path, String name) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                http.send(HttpRequest.newBuilder(at(path)).timeout(LIMIT).build(), BodyHandlers.ofInputStream());
        response.body().close();
        return response.headers().firstValue(name).orElse("");
    }

    private static Seen read(int status, InputStream body, Predicate<Seen> enough) {
        SseParser parser = new SseParser(Clock.systemUTC(), "");
        List<SseEvent> events = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            Seen seen = new Seen(status, events, "");
            for (String line = lines.readLine(); line != null && status == 200; line = lines.readLine()) {
                parser.line(line).ifPresent(events::add);
                seen = new Seen(status, events, parser.lastId());
                if (line.isEmpty() && enough.test(seen)) {
                    return seen;
                }
            }
            return seen;
        } catch (IOException e) {
            return new Seen(status, events, parser.lastId());
        }
    }

    /** Opens a WebSocket. */
    Talk socket(String path) throws IOException, InterruptedException {
        URI address = at(path);
        URI socket = URI.create((address.getScheme().equals("https") ? "wss" : "ws")
                + address.toString().substring(address.getScheme().length()));
        return Talk.open(http, socket, LIMIT);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
