package org.podium.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the subjects that messages name, from 0 in the order of their first appearance, the same on all event
 * loops.
 */
final class Subjects {

    private static final int HASH_FACTOR = 31;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final int limit;

    /**
     * No subjects yet.
     *
     * @param limit most subjects; a reader's memory is proportional to it
     */
    Subjects(int limit) {
        this.limit = limit;
    }

    /** How many were named so far. */
    int size() {
        return numbers.size();
    }

    /** Number of a subject; negative when no message has named it. */
    int find(String name) {
        return numbers.getOrDefault(name, -1);
    }

    private synchronized int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (numbers.size() == limit) {
            throw new IllegalStateException("More than " + limit + " subjects were named; allow for more");
        }
        numbers.put(name, numbers.size());
        return numbers.size() - 1;
    }

    /** Finds the number of a name among bytes without making a string of it. For one event loop. */
    final class Lookup {

        private final byte[] @Nullable [] names;
        private final int[] found;

        Lookup() {
            int capacity = Integer.highestOneBit(Math.max(1, limit)) * 4;
            names = new byte[capacity][];
            found = new int[capacity];
        }

        int number(byte[] bytes, int from, int to) {
            int hash = 0;
            for (int at = from; at < to; at++) {
                hash = hash * HASH_FACTOR + bytes[at];
            }
            int slot = (hash ^ hash >>> 16) & names.length - 1;
            byte[] name = names[slot];
            while (name != null) {
                if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
                    return found[slot];
                }
                slot = slot + 1 & names.length - 1;
                name = names[slot];
            }
            byte[] added = Arrays.copyOfRange(bytes, from, to);
            int number = Subjects.this.number(new String(added, StandardCharsets.UTF_8));
            names[slot] = added;
            found[slot] = number;
            return number;
        }
    }
}
