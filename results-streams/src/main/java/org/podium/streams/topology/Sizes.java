package org.podium.streams.topology;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes the parts of one unit take in the store. */
final class Sizes {

    private final Map<String, Integer> byName = new HashMap<>();
    private int total;

    /** Bytes of all parts. */
    int total() {
        return total;
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
}
