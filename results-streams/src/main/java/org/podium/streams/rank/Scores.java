package org.podium.streams.rank;

import org.podium.model.mark.Quantity;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/** Finds single scores among all of a competitor. */
final class Scores {

    private Scores() {}

    /** Value in millionths of the valid score of that kind, point and attempt; 0 when there is none. */
    static long value(Performance performance, MarkKind kind, String point, int attempt) {
        for (Score score : performance.scores()) {
            Quantity value = score.value();
            if (value != null
                    && score.kind() == kind
                    && score.outcome() == Outcome.VALID
                    && score.attempt() == attempt
                    && score.point().equals(point)) {
                return value.millionths();
            }
        }
        return 0;
    }
}
