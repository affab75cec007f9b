package org.podium.venue.ndjson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one text, so that all of it is said at once. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(Reason reason, String field, Json.Place place, String sentence) {
        found.add(new Problem(reason, field, place.line(), place.column(), sentence));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the order of the text. */
    List<Problem> all() {
        return found.stream()
                .sorted(Comparator.comparingLong(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
