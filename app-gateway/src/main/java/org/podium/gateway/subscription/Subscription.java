package org.podium.gateway.subscription;

import org.podium.gateway.board.Part;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;

/**
 * What a reader wants.
 *
 * @param scope which subjects
 * @param medals whether the medal table is wanted
 * @param detail how much of each unit
 * @param delivery which versions when the reader is slow
 * @param snapshot whether a snapshot is wanted on the stream; false when the reader gets it over REST
 */
public record Subscription(Scope scope, Medals medals, Detail detail, Delivery delivery, boolean snapshot) {

    /** Whether the medal table is wanted. */
    public enum Medals {
        /** Units and medallists only. */
        NO,
        /** The medal table as well. */
        YES,
        /** The medal table and medallists, and no units. */
        ONLY
    }

    /** Which versions a reader gets. */
    public enum Delivery {
        /** A slow reader gets the newest version of each subject and skips those between. */
        NEWEST,
        /** Every version in order; who cannot keep up is disconnected. */
        EVERY
    }

    public boolean matches(Revision revision) {
        return matches(revision.subject().part()) && scope.matches(revision);
    }

    private boolean matches(Part part) {
        return switch (part) {
            case UNIT -> medals != Medals.ONLY;
            case EVENT -> true;
            case MEDALS -> medals != Medals.NO;
        };
    }
}
