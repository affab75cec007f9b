package org.podium.venue.spool;

/** The directory of a spool cannot be used. The message says what is wrong and what to do. */
public final class SpoolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SpoolException(String message) {
        super(message);
    }

    public SpoolException(String message, Throwable cause) {
        super(message, cause);
    }
}
