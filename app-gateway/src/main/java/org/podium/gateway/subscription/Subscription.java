package org.podium.gateway.subscription;

import java.util.Set;
import org.podium.gateway.board.Facets;
import org.podium.gateway.board.Part;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;

/**
 * What a reader wants. Values of one filter widen it, filters of different kinds narrow each other; of unit, event and
 * discipline, which are one inside the other, one that matches is enough. An empty set is no filter.
 *
 * @param competitions competition codes
 * @param units RSCs
 * @param events events, 22 characters
 * @param disciplines disciplines, 3 characters
 * @param organisations organisations that take part
 * @param medals whether the medal table is wanted
 * @param detail how much of each unit
 * @param delivery which versions when the reader is slow
 * @param snapshot whether a snapshot is wanted on the stream; false when the reader gets it over REST
 */
public record Subscription(
        Set<String> competitions,
        Set<String> units,
        Set<String> events,
        Set<String> disciplines,
        Set<String> organisations,
        Medals medals,
        Detail detail,
        Delivery delivery,
        boolean snapshot) {

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
        Facets facets = revision.facets();
        return matches(revision.subject().part())
                && (competitions.isEmpty() || competitions.contains(facets.competition()))
                && (organisations.isEmpty() || facets.organisations().stream().anyMatch(organisations::contains))
                && (revision.subject().part() == Part.MEDALS || inScope(facets));
    }

    private boolean matches(Part part) {
        return switch (part) {
            case UNIT -> medals != Medals.ONLY;
            case EVENT -> true;
            case MEDALS -> medals != Medals.NO;
        };
    }

    private boolean inScope(Facets facets) {
        boolean unfiltered = units.isEmpty() && events.isEmpty() && disciplines.isEmpty();
        return unfiltered
                || units.contains(facets.unit())
                || events.contains(facets.event())
                || disciplines.contains(facets.discipline());
    }
}
