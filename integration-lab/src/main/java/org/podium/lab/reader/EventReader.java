package org.podium.lab.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.podium.model.id.EventKey;
import org.podium.model.id.UnitKey;

/** Reads what a gateway says of events and their units, as an app does that shows one event. */
public final class EventReader implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI gateway;

    public EventReader(URI gateway) {
        this.gateway = gateway;
    }

    /** What follows for an event from its units; a missing node where nothing does yet. */
    public JsonNode event(EventKey event) throws IOException, InterruptedException {
        return read("/v1/competitions/%s/events/%s".formatted(event.competition(), event.event()))
                .path("result");
    }

    /** Qualification marks on the lines of a unit, by competitor. */
    public Map<String, String> marks(UnitKey unit) throws IOException, InterruptedException {
        Map<String, String> marks = new TreeMap<>();
        read("/v1/competitions/%s/units/%s".formatted(unit.competition(), unit.rsc()))
                .path("lines")
                .valueStream()
                .filter(line -> line.has("qualification"))
                .forEach(line -> marks.put(
                        line.path("competitor").asText(),
                        line.path("qualification").asText()));
        return marks;
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        var response = http.send(
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(LIMIT).build(), BodyHandlers.ofByteArray());
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
