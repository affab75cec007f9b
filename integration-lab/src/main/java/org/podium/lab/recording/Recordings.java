package org.podium.lab.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.VenueEvent;

/** The recordings on the class path. */
public final class Recordings {

    private static final String FOLDER = "/recordings/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Recordings() {}

    /**
     * All recordings, in the order in which a replay starts them.
     *
     * @throws UncheckedIOException when a file is missing or cannot be read, which means that the build is broken
     */
    public static List<Recording> load() {
        List<Recording> recordings = new ArrayList<>();
        for (JsonNode line : json("index.json").required("recordings")) {
            recordings.add(recording(line));
        }
        return List.copyOf(recordings);
    }

    private static Recording recording(JsonNode line) {
        String slug = line.required("slug").asText();
        return new Recording(
                slug,
                DefinitionJson.read(json(slug + "/definition.json")),
                events(slug + "/events.ndjson", true),
                events(slug + "/desk.ndjson", false),
                OfficialJson.read(json(slug + "/official.json")),
                Duration.ofSeconds(line.required("startOffsetSeconds").asLong()),
                new BigDecimal(line.required("compression").asText()),
                Duration.ofSeconds(line.required("longestPauseSeconds").asLong()));
    }

    private static JsonNode json(String file) {
        try {
            return JSON.readTree(text(file, true));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static List<VenueEvent> events(String file, boolean required) {
        try {
            return EventsNdjson.read(JSON, text(file, required));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String text(String file, boolean required) throws IOException {
        try (InputStream stream = open(file)) {
            if (stream == null && required) {
                throw new FileNotFoundException("there is no resource " + FOLDER + file);
            }
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static @Nullable InputStream open(String file) {
        return Recordings.class.getResourceAsStream(FOLDER + file);
    }

    private static UncheckedIOException unreadable(String file, IOException cause) {
        return new UncheckedIOException("recording " + file + " cannot be read: " + cause.getMessage(), cause);
    }
}
