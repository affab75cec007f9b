package org.podium.venue.spool;

/** What became of a record that was handed to the spool. */
public sealed interface Taking {

    /**
     * It is on disk and will be sent.
     *
     * @param position its place in the spool
     */
    record Taken(long position) implements Taking {}

    /**
     * It was not taken: whoever has it has to keep it and hand it over again.
     *
     * @param sentence what is wrong and what to do
     */
    record Refused(Reason reason, String sentence) implements Taking {}

    /** Why a record was not taken. */
    enum Reason {
        /** So much waits to be acknowledged that the spool is at its bound. */
        SPOOL_FULL,
        /** The disk is full or does not write. */
        DISK_FAILED,
        /** The spool is closed. */
        CLOSED
    }
}
