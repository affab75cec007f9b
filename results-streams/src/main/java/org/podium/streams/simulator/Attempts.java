package org.podium.streams.simulator;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/** Sports in which all take turns at attempts. */
final class Attempts {

    private static final int ROUNDS = 6;
    private static final int TRIES = 3;
    private static final int LOWEST_BAR_CM = 190;
    private static final int HIGHEST_BAR_CM = 255;
    private static final int BAR_STEP_CM = 5;

    private Attempts() {}

    /** Long jumps of 6.80 to 8.60 m, with wind; one in five is a foul. */
    static void distances(Field field, Marks marks) {
        for (int round = 1; round <= field.marksOf(ROUNDS); round++) {
            for (String jumper : field.competitors()) {
                if (field.onceIn(5)) {
                    marks.fail(jumper, MarkKind.DISTANCE, "", round);
                } else {
                    marks.add(Marks.mark(jumper, MarkKind.DISTANCE, "")
                            .setAttempt(round)
                            .setValue(Marks.thousandths(10L * field.from(680, 860)))
                            .setComponents(
                                    List.of(Marks.component("WIND", Marks.thousandths(100L * field.from(-15, 20))))));
                }
            }
        }
    }

    /** Bars of 1.90 m and up; three failures at one end it for a jumper. */
    static void bars(Field field, Marks marks) {
        Set<String> left = new LinkedHashSet<>(field.competitors());
        int highest = Math.min(HIGHEST_BAR_CM, LOWEST_BAR_CM + BAR_STEP_CM * (field.marksEach() - 1));
        for (int bar = LOWEST_BAR_CM; bar <= highest && !left.isEmpty(); bar += BAR_STEP_CM) {
            left.removeAll(beatenBy(bar, left, field, marks));
        }
    }

    private static Set<String> beatenBy(int bar, Set<String> jumpers, Field field, Marks marks) {
        String point = "%d.%02d".formatted(bar / 100, bar % 100);
        Set<String> trying = new LinkedHashSet<>(jumpers);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            for (String jumper : List.copyOf(trying)) {
                if (field.onceIn(2)) {
                    marks.add(jumper, MarkKind.HEIGHT, point, attempt, Marks.thousandths(10L * bar));
                    trying.remove(jumper);
                } else {
                    marks.fail(jumper, MarkKind.HEIGHT, point, attempt);
                }
            }
        }
        return trying;
    }

    /** Three snatches and three clean and jerks; after a good lift the bar gets heavier. */
    static void lifts(Field field, Marks marks) {
        int tries = Math.min(TRIES, Math.max(1, field.marksEach() / 2));
        for (String lift : List.of("SN", "CJ")) {
            Map<String, Integer> kilograms = new HashMap<>();
            field.competitors()
                    .forEach(lifter ->
                            kilograms.put(lifter, "SN".equals(lift) ? field.from(140, 165) : field.from(170, 205)));
            for (int attempt = 1; attempt <= tries; attempt++) {
                for (String lifter : field.competitors()) {
                    int weight = kilograms.getOrDefault(lifter, 0);
                    boolean good = !field.onceIn(3);
                    marks.add(Marks.mark(lifter, MarkKind.LIFT, lift)
                            .setAttempt(attempt)
                            .setOutcome(good ? Outcome.VALID : Outcome.FAILED)
                            .setValue(Marks.whole(weight)));
                    kilograms.put(lifter, good ? weight + field.from(1, 5) : weight);
                }
            }
        }
    }
}
