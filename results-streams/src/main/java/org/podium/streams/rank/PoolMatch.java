package org.podium.streams.rank;

import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Outcome;

/** A match of a pool that was played, walked over or given up. */
public record PoolMatch(Side first, Side second) {

    /**
     * What one of the two made of it.
     *
     * @param outcome WON, LOST or TIED
     * @param scored match score in millionths; 0 where there is none
     * @param periods sum of the scores of periods, sets or ends, in millionths
     * @param forfeited true when the competitor bears an IRM
     */
    public record Side(CompetitorId competitor, Outcome outcome, long scored, long periods, boolean forfeited) {}
}
