package org.podium.streams.simulator;

import java.util.ArrayList;
import java.util.List;
import org.podium.model.wire.Component;
import org.podium.model.wire.MarkKind;

/** Sports in which judges award points. */
final class Panels {

    private static final int ROUNDS = 6;
    private static final int JUDGES = 7;

    private Panels() {}

    /** Dives of a difficulty of 2.8 to 3.8, each judge within a point of the others. */
    static void rounds(Field field, Marks marks) {
        for (int round = 1; round <= field.marksOf(ROUNDS); round++) {
            for (String diver : field.competitors()) {
                int halfPoints = field.from(10, 17);
                List<Component> components = new ArrayList<>();
                components.add(Marks.component("D", Marks.thousandths(100L * field.from(28, 38))));
                for (int judge = 1; judge <= JUDGES; judge++) {
                    components.add(
                            Marks.component("J" + judge, Marks.thousandths(500L * (halfPoints + field.from(0, 2)))));
                }
                marks.add(
                        Marks.mark(diver, MarkKind.JUDGED, "").setAttempt(round).setComponents(components));
            }
        }
    }

    /** One routine each, one after the other; one in six steps out. */
    static void routine(Field field, Marks marks) {
        for (String gymnast : field.competitors()) {
            marks.add(Marks.mark(gymnast, MarkKind.JUDGED, "")
                    .setComponents(List.of(
                            Marks.component("D", Marks.thousandths(100L * field.from(50, 68))),
                            Marks.component("E", Marks.thousandths(field.from(7_000, 9_200))),
                            Marks.component("P", Marks.thousandths(field.onceIn(6) ? 100 : 0)))));
        }
    }
}
