package org.podium.streams.rank;

import java.util.List;
import java.util.Optional;

/**
 * How a unit is ranked. A pure function of the performances: the order in which they are given does not matter, and
 * nothing is remembered between two calls.
 *
 * <p>Every rule gives standard competition ranking (1, 2, 2, 4) to the competitors who have what the rule ranks by,
 * then lists, without a rank, those who do not have it yet, and then those who bear an IRM.
 */
public sealed interface Rule
        permits RaceByTime,
                BestAttempt,
                VerticalJump,
                Weightlifting,
                JudgedRounds,
                JudgedComponents,
                PointsTotal,
                ByPlace,
                LowPointSeries,
                HeadToHead,
                StageSum,
                CombinedEvents,
                BoulderLead {

    /** The competitors in sort order, one line for each performance. */
    default List<RankedLine> rank(List<Performance> performances) {
        return rank(performances, new RankMemory());
    }

    /**
     * The same, sooner where little has changed.
     *
     * @param memory of what was ranked last
     */
    List<RankedLine> rank(List<Performance> performances, RankMemory memory);

    /** Why this rule does not take the score; empty when it does. */
    Optional<Refusal> refuses(Score score);
}
