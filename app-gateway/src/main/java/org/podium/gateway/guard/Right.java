package org.podium.gateway.guard;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody may do; a word among the scopes of a token. Each has those before it. */
public enum Right {
    /** Resources, and streams of the newest version. */
    APP,
    /** Streams of every version. */
    MEDIA,
    /** To see, make and lift blocks. */
    OPERATOR;

    /** The word among scopes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This one and those that it has. */
    public Set<Right> all() {
        return EnumSet.range(APP, this);
    }

    static Optional<Right> of(String word) {
        return Arrays.stream(values())
                .filter(right -> right.word().equals(word))
                .findFirst();
    }
}
