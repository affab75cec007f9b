package org.podium.lab.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.ResultStatus;

/**
 * A frame of a stream, as far as a count of versions needs it. Whoever measures on the machine that is measured leaves
 * unread what it does not need: the lines of a result are, until it is official.
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

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectReader FRAMES = JSON.readerFor(Frame.class);

    /** A unit's result without its lines. */
    record Head(
            String competition,
            String unit,
            long version,
            @Nullable String status,
            @Nullable Change change) {

        Head {
            Objects.requireNonNull(competition);
            Objects.requireNonNull(unit);
        }

        boolean official() {
            return ResultStatus.OFFICIAL.name().equals(status);
        }

        /** Sequence of the event behind it; null when there is none, or when it is about another unit. */
        @Nullable
        Long sequence() {
            return change == null || change.unit() != null ? null : change.sequence();
        }
    }

    /** What brought a version about. */
    record Change(@Nullable String unit, @Nullable Long sequence) {}

    /**
     * Reads one.
     *
     * @throws UncheckedIOException when it is not the JSON of a frame
     */
    static Frame of(SseEvent event) {
        try {
            return FRAMES.readValue(event.text());
        } catch (JsonProcessingException e) {
            throw noFrame(event, e);
        }
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

    private static UncheckedIOException noFrame(SseEvent event, JsonProcessingException cause) {
        return new UncheckedIOException("Not a frame: " + event.text(), cause);
    }
}
