package org.podium.streams.rank;

import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.DecidedBy;

/**
 * A competitor's line of a pool's table.
 *
 * @param rank standard competition ranking (1, 2, 2, 4)
 * @param rankEqual true when another competitor of the pool has the same rank
 * @param decidedBy what decided the place against the line above; null on the first line
 */
public record PoolStanding(
        CompetitorId competitor,
        int rank,
        boolean rankEqual,
        Tally tally,
        @Nullable DecidedBy decidedBy) {

    /**
     * All matches of a competitor, added up.
     *
     * @param points of the table, in millionths
     * @param scored in all matches, in millionths
     * @param conceded in all matches, in millionths
     * @param periodsScored in all periods of all matches, in millionths
     * @param periodsConceded in all periods of all matches, in millionths
     */
    public record Tally(
            int played,
            int won,
            int tied,
            int lost,
            long points,
            long scored,
            long conceded,
            long periodsScored,
            long periodsConceded) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    played + other.played,
                    won + other.won,
                    tied + other.tied,
                    lost + other.lost,
                    Math.addExact(points, other.points),
                    Math.addExact(scored, other.scored),
                    Math.addExact(conceded, other.conceded),
                    Math.addExact(periodsScored, other.periodsScored),
                    Math.addExact(periodsConceded, other.periodsConceded));
        }
    }
}
