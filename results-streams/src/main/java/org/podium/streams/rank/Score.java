package org.podium.streams.rank;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * One mark of one competitor, as it stands after corrections.
 *
 * @param kind what is measured
 * @param point split point, lift, bar, race or period; empty for the final mark
 * @param attempt number of the attempt from 1; 0 where the kind has none
 * @param outcome how it ended
 * @param value measured value in the kind's base unit; null where the outcome alone counts
 * @param components parts of the value by name, such as {@code D} or {@code J1}; empty when there are none
 */
public record Score(
        MarkKind kind,
        String point,
        int attempt,
        Outcome outcome,
        @Nullable Quantity value,
        Map<String, Quantity> components) {

    public Score {
        components = Map.copyOf(components);
    }

    /** The same score with the value that its point or components stand for. */
    Score valued(Quantity worth) {
        return new Score(kind, point, attempt, outcome, worth, components);
    }
}
