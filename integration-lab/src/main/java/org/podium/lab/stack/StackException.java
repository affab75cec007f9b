package org.podium.lab.stack;

import org.podium.operations.run.ExitCode;
import org.podium.operations.run.StartException;

/** A part of the stack cannot start or go on. The message says in one line what happened, where, and what to do. */
public final class StackException extends StartException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(ExitCode.CANNOT_START, message);
    }

    public StackException(String message, Throwable cause) {
        super(ExitCode.CANNOT_START, message, cause);
    }
}
