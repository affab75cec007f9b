package org.podium.gateway.board;

import java.util.Locale;

/** What a revision is about. The order is the order in which a snapshot brings them. */
public enum Part {
    /** A unit's result. */
    UNIT,
    /** Medallists of an event. */
    EVENT,
    /** An organisation's line of the medal table. */
    MEDALS;

    /** Name in frames, and of the field that carries the document. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
