package org.podium.streams.rank;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;

/**
 * Components that decide between equals, in order; the greater one wins unless its name was given with a minus sign.
 *
 * @param breakers the components
 */
record Components(List<Breaker> breakers) {

    private static final Pattern NAME = Pattern.compile("-?[A-Z][A-Z0-9]{0,7}");

    /**
     * One component that decides between equals.
     *
     * @param name its name, such as X
     * @param less true when less is better
     */
    record Breaker(String name, boolean less) {

        long key(long value) {
            return less ? value : -value;
        }

        DecidedBy decides() {
            return switch (name) {
                case "E" -> DecidedBy.EXECUTION;
                case "D" -> DecidedBy.DIFFICULTY;
                case "X" -> DecidedBy.INNER_TENS;
                case "T10" -> DecidedBy.TENS;
                case "SO" -> DecidedBy.SHOOT_OFF;
                default -> DecidedBy.MARK;
            };
        }
    }

    static Components read(Parameters parameters, String name, List<String> usual) {
        return new Components(
                parameters.list(name, usual, NAME, "component names such as X, or -T where less is better").stream()
                        .map(text ->
                                text.startsWith("-") ? new Breaker(text.substring(1), true) : new Breaker(text, false))
                        .toList());
    }

    int size() {
        return breakers.size();
    }

    DecidedBy decides(int index) {
        return breakers.get(index).decides();
    }

    /** Adds the components of one score to those of the scores before it; {@link Standing#NONE} stands for none yet. */
    void add(Map<String, Quantity> components, long[] keys, int from) {
        for (int i = 0; i < breakers.size(); i++) {
            Quantity value = components.get(breakers.get(i).name);
            if (value != null) {
                long key = breakers.get(i).key(value.millionths());
                keys[from + i] = keys[from + i] == Standing.NONE ? key : keys[from + i] + key;
            }
        }
    }
}
