package org.podium.lab.reader;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.ResultStatus;

/**
 * A frame of a stream, as far as a count of versions needs it. Whoever measures on the machine that is measured leaves
 * unread what it does not need: what follows a result's head, which is its lines, until it is official.
 *
 * @param part what a snapshot or an update is about; null in other frames
 * @param reason why the gateway could not go on where the client was; null in other frames
 * @param heartbeatMillis after how long a silent stream is dead, in a greeting; null in other frames
 * @param unit the unit that it is about, without its lines; null when it is about none
 */
record Frame(
        @Nullable String part,
        @Nullable String reason,
        @Nullable Long heartbeatMillis,
        @Nullable Head unit) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A unit's result without its lines. */
    record Head(
            String competition,
            String unit,
            long version,
            @Nullable String status,
            @Nullable Change change) {

        boolean official() {
            return ResultStatus.OFFICIAL.name().equals(status);
        }

        /** How many versions before it it stands for, too. */
        int earlier() {
            return change == null ? 0 : change.earlier().size();
        }

        /** Sequences of the unit's events that it is the first to show, in their order. */
        List<Long> sequences() {
            if (change == null) {
                return List.of();
            }
            List<Long> sequences = new ArrayList<>(change.earlier());
            if (change.sequence() != null && change.unit() == null) {
                sequences.add(change.sequence());
            }
            return sequences;
        }
    }

    /**
     * What brought a version about.
     *
     * @param unit where it happened; null when it is this one
     * @param earlier sequences of events that the version is the first to show, beside the one that brought it about
     */
    record Change(@Nullable String unit, @Nullable Long sequence, List<Long> earlier) {}

    /**
     * Reads one.
     *
     * @throws UncheckedIOException when it is not the JSON of a frame
     */
    static Frame of(SseEvent event) {
        try (JsonParser json = JSON.createParser(event.text())) {
            return read(json);
        } catch (IOException e) {
            throw noFrame(event, e);
        }
    }

    private static Frame read(JsonParser json) throws IOException {
        String part = null;
        String reason = null;
        Long heartbeatMillis = null;
        Head unit = null;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(json, "not an object");
        }
        // Once it is known which version of what a frame brings, nothing that follows is asked for.
        while ((part == null || unit == null) && json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "part" -> part = json.nextTextValue();
                case "reason" -> reason = json.nextTextValue();
                case "heartbeatMillis" -> heartbeatMillis = json.nextLongValue(0);
                case "unit" -> unit = head(json, part != null);
                default -> skipValue(json);
            }
        }
        return new Frame(part, reason, heartbeatMillis, unit);
    }

    /** @param last whether nothing after it is asked for */
    private static Head head(JsonParser json, boolean last) throws IOException {
        String competition = null;
        String unit = null;
        Long version = null;
        String status = null;
        Change change = null;
        json.nextToken();
        while (!(last && change != null && status != null && version != null && unit != null && competition != null)
                && json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "competition" -> competition = json.nextTextValue();
                case "unit" -> unit = json.nextTextValue();
                case "version" -> version = json.nextLongValue(0);
                case "status" -> status = json.nextTextValue();
                case "change" -> change = change(json);
                default -> skipValue(json);
            }
        }
        if (competition == null || unit == null || version == null) {
            throw new JsonParseException(json, "no competition, unit or version");
        }
        return new Head(competition, unit, version, status, change);
    }

    private static @Nullable Change change(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        String unit = null;
        Long sequence = null;
        List<Long> earlier = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "unit" -> unit = json.nextTextValue();
                case "earlier" -> earlier = earlier(json);
                case "sequence" -> sequence = json.nextToken().isNumeric() ? json.getLongValue() : null;
                default -> skipValue(json);
            }
        }
        return new Change(unit, sequence, earlier);
    }

    private static List<Long> earlier(JsonParser json) throws IOException {
        List<Long> sequences = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (json.currentName().equals("sequence")) {
                    sequences.add(json.nextLongValue(0));
                } else {
                    skipValue(json);
                }
            }
        }
        return sequences;
    }

    private static void skipValue(JsonParser json) throws IOException {
        json.nextToken();
        json.skipChildren();
    }

    /** All lines of the result in an event. */
    static List<SeenLine> lines(SseEvent event) {
        try {
            return JSON.readTree(event.text())
                    .required("unit")
                    .required("lines")
                    .valueStream()
                    .map(SeenResult::line)
                    .toList();
        } catch (JsonProcessingException e) {
            throw noFrame(event, e);
        }
    }

    private static UncheckedIOException noFrame(SseEvent event, IOException cause) {
        return new UncheckedIOException("Not a frame: " + event.text(), cause);
    }
}
