package org.podium.streams.topology;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes one unit takes in the stores. */
final class Sizes {

    /** What a unit of which nothing is stored counts for: its key, and what every unit has in memory. */
    private static final int KEY = 100;

    private final Map<String, Integer> byName = new HashMap<>();
    private int total;
    private int definition;

    /** Bytes of all parts. */
    int total() {
        return total;
    }

    /** Bytes of all that is stored of it, its definition and its key. */
    int held() {
        return total + definition + KEY;
    }

    /** By how many bytes all parts grow when one is replaced; null when it goes. */
    int difference(String name, byte @Nullable [] part) {
        return (part == null ? 0 : part.length) - byName.getOrDefault(name, 0);
    }

    void put(String name, byte @Nullable [] part) {
        total += difference(name, part);
        if (part == null) {
            byName.remove(name);
        } else {
            byName.put(name, part.length);
        }
    }

    /** Takes the definition as it is stored; null when there is none. */
    void defined(byte @Nullable [] stored) {
        definition = stored == null ? 0 : stored.length;
    }
}
