package org.podium.lab.conformance;

import org.jspecify.annotations.Nullable;

/** Files cannot be read as results; the message says which and what to do. */
final class ConformanceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConformanceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
