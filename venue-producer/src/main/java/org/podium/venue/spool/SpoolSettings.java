package org.podium.venue.spool;

import java.nio.file.Path;

/**
 * How a spool is kept.
 *
 * @param directory where; made when it is not there; used by one spool at a time
 * @param owner whom the records are for, such as a topic's name; a directory of another owner is refused
 * @param maxBytes most bytes of records that are not acknowledged yet, at least {@link #LEAST_BYTES}
 * @param sync when a record counts as being on disk
 */
public record SpoolSettings(Path directory, String owner, long maxBytes, Sync sync) {

    /** Four files of a spool; with less it would be full while its oldest file is still being read. */
    public static final long LEAST_BYTES = 4L * Spool.SEGMENT_BYTES;

    public SpoolSettings {
        if (maxBytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "a spool of %d bytes is too small; %d is the least".formatted(maxBytes, LEAST_BYTES));
        }
    }
}
