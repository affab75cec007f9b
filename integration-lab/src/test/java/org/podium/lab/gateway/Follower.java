package org.podium.lab.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client knows that follows the protocol, whatever carries its frames: its position, its versions, and what it
 * was sent that it should not have been.
 */
final class Follower {

    private static final JsonMapper JSON = new JsonMapper();

    private final boolean every;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Long> onThisConnection = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable String position;
    private long retryMillis = 100;
    private int connections;
    private int resyncs;
    private final List<String> goodbyes = new ArrayList<>();

    Follower(boolean every) {
        this.every = every;
    }

    synchronized void connected() {
        connections++;
        onThisConnection.clear();
    }

    synchronized void positionIs(String told) {
        position = told;
    }

    synchronized Optional<String> position() {
        return Optional.ofNullable(position);
    }

    /** Takes a frame. */
    synchronized void take(String name, String text) {
        JsonNode frame = parse(text);
        if (frame.has("position")) {
            position = frame.path("position").asText();
        }
        switch (name) {
            case "hello" -> retryMillis = frame.path("retryMillis").asLong();
            case "snapshot" -> snapshot(frame);
            case "update" -> update(frame.path("unit"));
            case "resync" -> resyncs++;
            case "goodbye" -> {
                goodbyes.add(frame.path("code").asText());
                retryMillis = frame.path("retryMillis").asLong();
            }
            default -> {
                // Heartbeats and positions have been taken above.
            }
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("A frame is not JSON: " + text, e);
        }
    }

    /** One of another gateway may be older than what is known: that one was a moment behind when it took over. */
    private void snapshot(JsonNode frame) {
        if (frame.path("part").asText().equals("unit")) {
            String unit = frame.path("unit").path("unit").asText();
            long version = frame.path("unit").path("version").asLong();
            long here = onThisConnection.getOrDefault(unit, 0L);
            if (version < here) {
                faults.add("%s: a snapshot goes back from %d to %d".formatted(unit, here, version));
            }
            keep(unit, version);
        }
    }

    private void update(JsonNode document) {
        String unit = document.path("unit").asText();
        long version = document.path("version").asLong();
        long last = versions.getOrDefault(unit, 0L);
        long here = onThisConnection.getOrDefault(unit, 0L);
        if (every && version != last + 1) {
            faults.add("%s: version %d after %d in a stream of every version".formatted(unit, version, last));
        } else if (version <= here) {
            faults.add("%s: version %d after %d on one connection".formatted(unit, version, here));
        }
        keep(unit, version);
    }

    /** Keeps the version if it is higher than the one that is known, as the protocol tells clients to. */
    private void keep(String unit, long version) {
        onThisConnection.put(unit, version);
        versions.merge(unit, version, Math::max);
    }

    synchronized long version(String unit) {
        return versions.getOrDefault(unit, 0L);
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized long retryMillis() {
        return retryMillis;
    }

    synchronized int connections() {
        return connections;
    }

    synchronized int resyncs() {
        return resyncs;
    }

    /** Codes of the goodbyes that it was told. */
    synchronized List<String> goodbyes() {
        return List.copyOf(goodbyes);
    }
}
