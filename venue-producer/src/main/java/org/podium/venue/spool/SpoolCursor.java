package org.podium.venue.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads a spool in order, passing over what has been acknowledged meanwhile. At the end it may be asked again: it goes
 * on with what has been taken since. Not thread-safe.
 */
public final class SpoolCursor {

    private final Spool spool;
    private long segment;
    private long offset;

    SpoolCursor(Spool spool) {
        this.spool = spool;
    }

    /**
     * The next record that is not acknowledged; empty when there is none yet.
     *
     * @throws UncheckedIOException when the disk does not read
     */
    public Optional<SpooledRecord> next() {
        try {
            Spool.Found found = spool.find(segment, offset);
            if (found == null) {
                return Optional.empty();
            }
            segment = found.segment();
            offset = found.next();
            return Optional.of(found.record());
        } catch (IOException e) {
            throw new UncheckedIOException("The spool cannot be read: " + e.getMessage(), e);
        }
    }
}
