package org.podium.venue.ndjson;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where it starts in the text, so that a problem with it can be pointed at. */
sealed interface Json {

    Place place();

    /** A position in a text: line and column, both from 1. */
    record Place(long line, int column) {}

    /** Fields in the order of the text. */
    record Members(Place place, Map<String, Json> fields) implements Json {}

    record Elements(Place place, List<Json> values) implements Json {}

    record Text(Place place, String value) implements Json {}

    /** A number as it was written, so that none is rounded before it is checked. */
    record Digits(Place place, String literal) implements Json {}

    record Truth(Place place, boolean value) implements Json {}

    record Null(Place place) implements Json {}

    /** What the value is, in the words of a message. */
    default String described() {
        return switch (this) {
            case Members members -> "an object";
            case Elements elements -> "a list";
            case Text text -> "the text \"" + abbreviated(text.value) + "\"";
            case Digits digits -> "the number " + abbreviated(digits.literal);
            case Truth truth -> Boolean.toString(truth.value);
            case Null none -> "null";
        };
    }

    /** At most so much of a text as fits in a message. */
    static String abbreviated(String text) {
        int most = 60;
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }
}
