package org.podium.streams.rank;

import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * One competitor's place in the ranked unit.
 *
 * @param performance what the place was given for
 * @param sortOrder place in the list from 1; everyone has one and no two the same
 * @param rank rank by standard competition ranking (1, 2, 2, 4); null when not ranked
 * @param rankEqual true when another competitor has the same rank
 * @param resultType kind of the mark that ranks
 * @param mark the mark that ranks; null when there is none
 * @param text the mark as shown, such as {@code 9.79} or {@code 1:28.03}; empty when there is none
 * @param irm invalid result mark borne; null when none
 * @param diff difference to the first as shown, such as {@code +0.62}; null when none
 * @param qualification qualification mark, such as {@code Q}; null when the rule gives none
 * @param decision WON, LOST or TIED in a match; null otherwise
 * @param decidedBy what decided the place against the line above; null on the first line and where nothing did yet
 */
public record RankedLine(
        Performance performance,
        int sortOrder,
        @Nullable Integer rank,
        boolean rankEqual,
        MarkKind resultType,
        @Nullable Quantity mark,
        String text,
        @Nullable Irm irm,
        @Nullable String diff,
        @Nullable String qualification,
        @Nullable Outcome decision,
        @Nullable DecidedBy decidedBy) {

    public CompetitorId competitor() {
        return performance.competitor();
    }
}
