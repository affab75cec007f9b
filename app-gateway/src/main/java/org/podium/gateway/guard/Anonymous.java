package org.podium.gateway.guard;

import java.util.Set;

/** What may be done without a token. */
public enum Anonymous {
    /** Nothing but the live page's own files. */
    NOTHING,
    /** Resources, and streams of the newest version. */
    APP,
    /** Streams of every version as well. */
    MEDIA;

    /** The rights of who has no token. */
    public Set<Right> rights() {
        return switch (this) {
            case NOTHING -> Set.of();
            case APP -> Right.APP.all();
            case MEDIA -> Right.MEDIA.all();
        };
    }
}
