package org.podium.lab.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.podium.model.wire.VenueEvent;
import org.podium.venue.ndjson.Definitions;
import org.podium.venue.ndjson.DefinitionsJson;
import org.podium.venue.ndjson.EventLine;
import org.podium.venue.ndjson.EventLines;
import org.podium.venue.ndjson.Problem;

/** The recordings on the class path. */
public final class Recordings {

    private static final String FOLDER = "/recordings/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Recordings() {}

    /**
     * All recordings, in the order in which a replay starts them.
     *
     * @throws UncheckedIOException when a file is missing or wrong, which means that the build is broken
     */
    public static List<Recording> load() {
        try {
            List<Recording> recordings = new ArrayList<>();
            for (JsonNode line : JSON.readTree(required("index.json")).required("recordings")) {
                recordings.add(recording(line));
            }
            return List.copyOf(recordings);
        } catch (IOException e) {
            throw new UncheckedIOException("the recordings cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * All recorded events, whose units are recordings.
     *
     * @throws UncheckedIOException when a file is missing or wrong, which means that the build is broken
     */
    public static List<RecordedEvent> loadEvents() {
        try {
            List<RecordedEvent> events = new ArrayList<>();
            for (JsonNode slug : JSON.readTree(required("index.json")).required("events")) {
                events.add(event(slug.asText()));
            }
            return List.copyOf(events);
        } catch (IOException e) {
            throw new UncheckedIOException("the recorded events cannot be read: " + e.getMessage(), e);
        }
    }

    private static RecordedEvent event(String slug) throws IOException {
        String folder = "events/" + slug;
        return new RecordedEvent(
                slug,
                definitions(folder + "/definition.json").events().getFirst(),
                OfficialEventJson.read(JSON.readTree(required(folder + "/official.json"))));
    }

    private static Recording recording(JsonNode line) throws IOException {
        String slug = line.required("slug").asText();
        return new Recording(
                slug,
                definitions(slug + "/definition.json").units().getFirst(),
                events(slug + "/events.ndjson", required(slug + "/events.ndjson")),
                events(slug + "/desk.ndjson", optional(slug + "/desk.ndjson")),
                OfficialJson.read(JSON.readTree(required(slug + "/official.json"))),
                Duration.ofSeconds(line.required("startOffsetSeconds").asLong()),
                new BigDecimal(line.required("compression").asText()),
                Duration.ofSeconds(line.required("longestPauseSeconds").asLong()));
    }

    private static Definitions.Valid definitions(String file) throws IOException {
        return switch (DefinitionsJson.parse(new String(required(file), StandardCharsets.UTF_8))) {
            case Definitions.Valid valid -> valid;
            case Definitions.Refused refused -> throw invalid(file, refused.problems());
        };
    }

    private static List<VenueEvent> events(String file, byte[] ndjson) throws IOException {
        List<VenueEvent> events = new ArrayList<>();
        try (EventLines lines = new EventLines(new ByteArrayInputStream(ndjson))) {
            for (EventLine line = lines.next(); line != null; line = lines.next()) {
                switch (line) {
                    case EventLine.Valid valid -> events.add(valid.event());
                    case EventLine.Refused refused -> throw invalid(file, refused.problems());
                }
            }
        }
        return List.copyOf(events);
    }

    private static IOException invalid(String file, List<Problem> problems) {
        return new IOException(FOLDER + file + ": " + problems);
    }

    private static byte[] required(String file) throws IOException {
        byte[] content = optional(file);
        if (content.length == 0) {
            throw new FileNotFoundException("there is no resource " + FOLDER + file + ", or it is empty");
        }
        return content;
    }

    private static byte[] optional(String file) throws IOException {
        try (InputStream stream = Recordings.class.getResourceAsStream(FOLDER + file)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        }
    }
}
