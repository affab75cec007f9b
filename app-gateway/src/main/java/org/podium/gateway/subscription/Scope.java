package org.podium.gateway.subscription;

import java.util.Optional;
import java.util.Set;
import org.podium.gateway.board.Facets;
import org.podium.gateway.board.Part;
import org.podium.gateway.board.Revision;
import org.podium.model.wire.ResultStatus;

/**
 * Which subjects a reader wants. Values of one filter widen it, filters of different kinds narrow each other; of unit,
 * event and discipline, which are one inside the other, one that matches is enough. An empty set is no filter. The
 * filters about units and events do not narrow the medal table.
 *
 * @param competitions competition codes
 * @param units RSCs
 * @param events events, 22 characters
 * @param disciplines disciplines, 3 characters
 * @param organisations organisations that take part
 * @param competitors competitors that take part
 * @param medalEvents true for units that decide medals, and medallists
 * @param atLeast how far a unit has to be; empty for any
 */
public record Scope(
        Set<String> competitions,
        Set<String> units,
        Set<String> events,
        Set<String> disciplines,
        Set<String> organisations,
        Set<String> competitors,
        boolean medalEvents,
        Optional<ResultStatus> atLeast) {

    /** Everything. */
    public static Scope everything() {
        return new Scope(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, Optional.empty());
    }

    /** Number of values of all filters. */
    public int size() {
        return competitions.size()
                + units.size()
                + events.size()
                + disciplines.size()
                + organisations.size()
                + competitors.size();
    }

    boolean matches(Revision revision) {
        Facets facets = revision.reach();
        return (competitions.isEmpty() || competitions.contains(facets.competition()))
                && meet(organisations, facets.organisations())
                && (revision.subject().part() == Part.MEDALS || matchesEvent(facets))
                && (revision.subject().part() != Part.UNIT || matchesUnit(facets));
    }

    private boolean matchesEvent(Facets facets) {
        boolean anywhere = units.isEmpty() && events.isEmpty() && disciplines.isEmpty();
        return (anywhere
                        || units.contains(facets.unit())
                        || events.contains(facets.event())
                        || disciplines.contains(facets.discipline()))
                && meet(competitors, facets.competitors());
    }

    private boolean matchesUnit(Facets facets) {
        return (!medalEvents || facets.medalEvent())
                && (atLeast.isEmpty() || level(facets.status()) >= level(atLeast.get()));
    }

    private static boolean meet(Set<String> wanted, Set<String> present) {
        if (wanted.isEmpty()) {
            return true;
        }
        for (String each : wanted) {
            if (present.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /**
     * How far a result status is. A unit in a break goes on, and a protest does not make a result that was out less
     * known, so each of them is as far as what it interrupts.
     */
    private static int level(@org.jspecify.annotations.Nullable ResultStatus status) {
        return switch (status) {
            case null -> 0;
            case UNKNOWN -> 0;
            case START_LIST -> 1;
            case LIVE, INTERMEDIATE, PARTIAL, PROVISIONAL -> 2;
            case UNCONFIRMED -> 3;
            case UNOFFICIAL, PROTESTED -> 4;
            case OFFICIAL -> 5;
        };
    }
}
