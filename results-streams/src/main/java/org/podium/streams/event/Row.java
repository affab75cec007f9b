package org.podium.streams.event;

import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.streams.rank.PoolStanding;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.validate.Starter;

/**
 * A competitor's line of a phase.
 *
 * @param cell group of the phase, or the unit where that is a group by itself
 * @param place over all groups
 * @param inCell in the group
 * @param mark that ranks; null when none
 * @param text the mark as shown
 * @param decidedBy what decided the place over all groups against the line above; null when nothing did
 * @param tally matches in a pool; null elsewhere
 */
record Row(
        Starter starter,
        String cell,
        Place place,
        Place inCell,
        MarkKind kind,
        @Nullable Quantity mark,
        String text,
        @Nullable Irm irm,
        @Nullable DecidedBy decidedBy,
        PoolStanding.@Nullable Tally tally) {

    /**
     * A rank.
     *
     * @param rank null when not ranked (yet)
     * @param equal true when another competitor has the same
     */
    record Place(@Nullable Integer rank, boolean equal) {

        static final Place NONE = new Place(null, false);

        static Place of(RankedLine line) {
            return new Place(line.rank(), line.rankEqual());
        }

        /** The rank, or a number greater than any. */
        int orLast() {
            return rank == null ? Integer.MAX_VALUE : rank;
        }

        boolean isOnly(int wanted) {
            return rank != null && rank == wanted && !equal;
        }
    }

    static Row of(Starter starter, String cell, RankedLine line, Place place, Place inCell) {
        return new Row(
                starter,
                cell,
                place,
                inCell,
                line.resultType(),
                line.mark(),
                line.text(),
                line.irm(),
                line.decidedBy(),
                null);
    }

    CompetitorId competitor() {
        return starter.competitor();
    }
}
