package org.podium.lab.stack;

/** A part of the stack cannot start or go on. The message says in one line what happened, where, and what to do. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
