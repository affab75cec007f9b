package org.podium.lab.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The competitors of one unit while its rows are read. A row that cannot be read becomes a problem of the unit. */
final class Competitors {

    private final Map<String, Given> given = new LinkedHashMap<>();
    private final Map<String, Expected> expected = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Reads a row.
     *
     * @param where file and row, for people
     * @param reading throws an {@link IllegalArgumentException} that says what cannot be read
     */
    void read(String where, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            problems.add(where + ": " + e.getMessage());
        }
    }

    /**
     * Adds a competitor. One who is there twice is taken once where both rows say the same or one of them is an IRM
     * alone: a result was reached, so the IRM is not of this unit.
     *
     * @throws IllegalArgumentException when two rows contradict each other
     */
    void add(Given row, Expected line) {
        Given before = given.get(row.competitor());
        if (before != null && !row.marks().isEmpty() && !before.marks().isEmpty() && !row.isAlike(before)) {
            throw new IllegalArgumentException(
                    "competitor " + row.competitor() + " is there twice, with different results");
        }
        if (before == null || before.marks().isEmpty()) {
            given.put(row.competitor(), row);
            expected.put(row.competitor(), line);
        }
    }

    List<Given> given() {
        return List.copyOf(given.values());
    }

    Map<String, Expected> expected() {
        return Map.copyOf(expected);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
