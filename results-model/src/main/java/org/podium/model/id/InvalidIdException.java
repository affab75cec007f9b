package org.podium.model.id;

import java.util.Objects;

/** A text that is not an identifier of the kind asked for. The message says what was found and what is allowed. */
public final class InvalidIdException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidIdException(String kind, String text, String grammar) {
        super("'%s' is not a %s: it has to be %s".formatted(abbreviate(text), kind, grammar));
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    private static String abbreviate(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
