package org.podium.streams.topology;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.UnitKey;

/**
 * The units that were used last, decoded, as many as take so many bytes in the stores. How many units are on at once
 * decides how much is read from the stores again, and how large they are decides what they take in memory: a number of
 * units would be too few for many small ones and too many for few large ones.
 */
final class DecodedUnits {

    private final long mostBytes;
    private final Map<UnitKey, Held> used = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private boolean keepsAll;

    /** A unit, and what it counts for. */
    private record Held(Unit unit, int bytes) {}

    DecodedUnits(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Nullable
    Unit get(UnitKey key) {
        Held held = used.get(key);
        return held == null ? null : held.unit();
    }

    /**
     * Takes a unit, or one that was taken before and whose size has changed; the one that was not used for longest
     * goes.
     */
    void put(UnitKey key, Unit unit) {
        Held held = new Held(unit, unit.sizes().held());
        Held before = used.put(key, held);
        bytes += held.bytes() - (before == null ? 0 : before.bytes());
        trim();
    }

    /**
     * Whether none goes for now: each unit is in memory once, and one whose events were read and not stored yet only
     * there.
     */
    void keepAll(boolean all) {
        keepsAll = all;
        trim();
    }

    private void trim() {
        while (!keepsAll && bytes > mostBytes) {
            Iterator<Held> eldest = used.values().iterator();
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    void remove(UnitKey key) {
        Held held = used.remove(key);
        if (held != null) {
            bytes -= held.bytes();
        }
    }
}
