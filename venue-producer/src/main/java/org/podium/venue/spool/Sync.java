package org.podium.venue.spool;

/** When a record counts as being on disk. */
public enum Sync {
    /** When the disk says so (fsync): survives a power cut. Costs a write of the disk for each record, 0.1 to 10 ms. */
    EVERY_RECORD,
    /**
     * When the operating system has it: survives the end of the process, {@code kill -9} included, but not a power cut.
     * For machines with a battery, and for many simulated venues on one disk.
     */
    OPERATING_SYSTEM
}
