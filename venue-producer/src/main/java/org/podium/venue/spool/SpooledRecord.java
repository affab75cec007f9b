package org.podium.venue.spool;

/** A record as it lies in the spool. The arrays are not copied and must not be changed. */
public final class SpooledRecord {

    private final long position;
    private final long takenAtMillis;
    private final byte[] key;
    private final byte[] value;

    SpooledRecord(long position, long takenAtMillis, byte[] key, byte[] value) {
        this.position = position;
        this.takenAtMillis = takenAtMillis;
        this.key = key;
        this.value = value;
    }

    /** Place in the spool, ascending by one from 1 over the life of its directory. */
    public long position() {
        return position;
    }

    /** When it was taken, by the agent's clock: milliseconds since 1970 UTC. */
    public long takenAtMillis() {
        return takenAtMillis;
    }

    public byte[] key() {
        return key;
    }

    public byte[] value() {
        return value;
    }
}
