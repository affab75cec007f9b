package org.podium.streams.fold;

import org.podium.model.serde.MemoryEncoder;
import org.podium.model.wire.Change;

/**
 * What a version tells of what brought it about and what it changed. It goes into the result and into the store, and is
 * written in Avro binary once for both.
 */
public final class Told {

    private final Change change;
    private final byte[] binary;

    private Told(Change change, byte[] binary) {
        this.change = change;
        this.binary = binary;
    }

    /**
     * Writes a change.
     *
     * @param change not changed any more
     */
    public static Told of(Change change) {
        return new Told(change, new MemoryEncoder(512).encode(change::customEncode));
    }

    public Change change() {
        return change;
    }

    /** In Avro binary; not to be changed. */
    public byte[] binary() {
        return binary;
    }
}
