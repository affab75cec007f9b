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

    /**
     * The number of a point that is a letter and a number from 1 to 99, such as R3; 0 when it is not. Without a
     * pattern: this runs for each score.
     */
    static int number(String point, char letter) {
        if (point.length() < 2 || point.length() > 3 || point.charAt(0) != letter || point.charAt(1) == '0') {
            return 0;
        }
        int number = 0;
        for (int i = 1; i < point.length(); i++) {
            char digit = point.charAt(i);
            if (digit < '0' || digit > '9') {
                return 0;
            }
            number = number * 10 + (digit - '0');
        }
        return number;
    }
}
