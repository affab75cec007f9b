package org.podium.model.serde;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Schema ids that lead to no schema, remembered for a while, so that a flood of records with one of them is not a flood
 * on the registry, and forgotten again, because a schema may be registered later. May be used from any thread.
 */
final class FailedIds<T> {

    /** How soon a schema that is registered late is seen. */
    static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** The oldest is forgotten when more fail at the same time. */
    static final int MOST = 1_000;

    private record Remembered<T>(Decoded.Failure<T> failure, long since) {}

    private final LongSupplier nanoClock;
    private final LinkedHashMap<Integer, Remembered<T>> failures = new LinkedHashMap<>();

    FailedIds(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    synchronized Decoded.@Nullable Failure<T> find(int id) {
        Remembered<T> remembered = failures.get(id);
        if (remembered == null) {
            return null;
        }
        if (nanoClock.getAsLong() - remembered.since() >= REMEMBERED.toNanos()) {
            failures.remove(id);
            return null;
        }
        return remembered.failure();
    }

    synchronized void add(int id, Decoded.Failure<T> failure) {
        failures.remove(id);
        if (failures.size() >= MOST) {
            failures.pollFirstEntry();
        }
        failures.put(id, new Remembered<>(failure, nanoClock.getAsLong()));
    }
}
