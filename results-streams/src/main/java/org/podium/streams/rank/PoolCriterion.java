package org.podium.streams.rank;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.DecidedBy;

/**
 * What may decide between competitors of a pool who have the same points. The direct ones look only at the matches
 * between those who are tied.
 */
enum PoolCriterion {
    /** The match between two; decides nothing between three. */
    DIRECT(true, DecidedBy.DIRECT_MATCHES),
    DIRECT_POINTS(true, DecidedBy.DIRECT_MATCHES),
    DIRECT_DIFFERENCE(true, DecidedBy.DIRECT_MATCHES),
    DIRECT_SCORED(true, DecidedBy.DIRECT_MATCHES),
    WINS(false, DecidedBy.WINS),
    DIFFERENCE(false, DecidedBy.SCORE_DIFFERENCE),
    SCORED(false, DecidedBy.SCORED),
    RATIO(false, DecidedBy.SCORE_RATIO),
    PERIOD_DIFFERENCE(false, DecidedBy.SCORE_DIFFERENCE),
    PERIOD_RATIO(false, DecidedBy.SCORE_RATIO);

    /**
     * Two different ratios of whole numbers up to 30,000 differ by more than this part, so that they stay different.
     */
    private static final long RATIO_PARTS = 1_000_000_000L;

    private static final long MILLIONTHS = 1_000_000L;

    final boolean direct;
    final DecidedBy decidedBy;

    PoolCriterion(boolean direct, DecidedBy decidedBy) {
        this.direct = direct;
        this.decidedBy = decidedBy;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable PoolCriterion of(String word) {
        return List.of(values()).stream()
                .filter(criterion -> criterion.word().equals(word))
                .findAny()
                .orElse(null);
    }

    /** The number that this criterion compares; more is better. */
    long of(PoolStanding.Tally tally) {
        return switch (this) {
            case DIRECT, DIRECT_POINTS -> tally.points();
            case DIRECT_DIFFERENCE, DIFFERENCE -> tally.scored() - tally.conceded();
            case DIRECT_SCORED, SCORED -> tally.scored();
            case WINS -> tally.won();
            case RATIO -> ratio(tally.scored(), tally.conceded());
            case PERIOD_DIFFERENCE -> tally.periodsScored() - tally.periodsConceded();
            case PERIOD_RATIO -> ratio(tally.periodsScored(), tally.periodsConceded());
        };
    }

    private static long ratio(long scored, long conceded) {
        if (conceded == 0) {
            return scored == 0 ? 0 : Long.MAX_VALUE;
        }
        return Math.multiplyExact(scored / MILLIONTHS, RATIO_PARTS) / Math.max(1, conceded / MILLIONTHS);
    }
}
