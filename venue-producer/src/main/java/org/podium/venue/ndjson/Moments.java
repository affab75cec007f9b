package org.podium.venue.ndjson;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** Moments as text: UTC, with at most six decimals of a second, such as {@code 2024-08-04T19:55:00.123456Z}. */
final class Moments {

    private static final Pattern GRAMMAR =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z");

    private Moments() {}

    /**
     * @throws IllegalArgumentException when the text is no such moment
     */
    static Instant parse(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            throw notMoment(text);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw notMoment(text);
        }
    }

    private static IllegalArgumentException notMoment(String text) {
        return new IllegalArgumentException(
                "'%s' is not a moment; write date and time in UTC with at most six decimals and a Z, such as 2024-08-04T19:55:00.123456Z"
                        .formatted(Fields.abbreviate(text)));
    }
}
