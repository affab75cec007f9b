package org.podium.gateway.board;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.document.Stage;
import org.podium.model.wire.ResultStatus;

/**
 * What readers choose revisions by.
 *
 * @param competition competition code
 * @param discipline discipline, 3 characters; empty for a medal standing
 * @param event event, 22 characters; empty for a medal standing
 * @param unit RSC, 34 characters; empty for anything but a unit
 * @param organisations organisations that take part
 * @param competitors competitors that take part; empty for a medal standing
 * @param medalEvent true for a unit that decides medals
 * @param stage how far a unit is; finished for anything else
 * @param status result status of a unit; null before the first one and for anything else
 * @param scheduledStart scheduled start of a unit; the epoch for anything else
 */
public record Facets(
        String competition,
        String discipline,
        String event,
        String unit,
        Set<String> organisations,
        Set<String> competitors,
        boolean medalEvent,
        Stage stage,
        @Nullable ResultStatus status,
        Instant scheduledStart) {

    /** The same, made of the objects of the other facets of the subject where these are equal. */
    Facets sharedWith(Facets other) {
        return equals(other)
                ? other
                : new Facets(
                        other.competition,
                        other.discipline,
                        other.event,
                        other.unit,
                        organisations.equals(other.organisations) ? other.organisations : organisations,
                        competitors.equals(other.competitors) ? other.competitors : competitors,
                        medalEvent,
                        stage,
                        status,
                        scheduledStart);
    }

    /**
     * These facets with those who took part in the version before as well; the same instance when there are no others.
     */
    Facets joined(Facets before) {
        if (organisations.containsAll(before.organisations) && competitors.containsAll(before.competitors)) {
            return this;
        }
        return new Facets(
                competition,
                discipline,
                event,
                unit,
                union(organisations, before.organisations),
                union(competitors, before.competitors),
                medalEvent,
                stage,
                status,
                scheduledStart);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> union = new HashSet<>(some);
        union.addAll(others);
        return union;
    }
}
