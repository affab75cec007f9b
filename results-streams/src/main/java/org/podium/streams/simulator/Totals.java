package org.podium.streams.simulator;

import java.util.List;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/** Sports in which points are added up. */
final class Totals {

    private static final int MOST_SERIES = 10;
    private static final int TOUCHES_TO_WIN = 15;
    private static final int BOULDERS = 4;

    private static final List<Discipline> DECATHLON = List.of(
            new Discipline("100M", MarkKind.TIME, 10_300, 11_400),
            new Discipline("LJ", MarkKind.DISTANCE, 6_700, 8_000),
            new Discipline("SP", MarkKind.DISTANCE, 12_500, 16_500),
            new Discipline("HJ", MarkKind.HEIGHT, 1_850, 2_150),
            new Discipline("400M", MarkKind.TIME, 46_500, 50_500),
            new Discipline("110MH", MarkKind.TIME, 13_600, 15_200),
            new Discipline("DT", MarkKind.DISTANCE, 37_000, 52_000),
            new Discipline("PV", MarkKind.HEIGHT, 4_400, 5_400),
            new Discipline("JT", MarkKind.DISTANCE, 52_000, 72_000),
            new Discipline("1500M", MarkKind.TIME, 255_000, 290_000));

    /** One of the ten, with the range of its marks in thousandths. */
    private record Discipline(String point, MarkKind kind, int least, int most) {}

    private Totals() {}

    /** Series of ten shots, 98.0 to 106.5 points, with inner tens. */
    static void series(Field field, Marks marks) {
        for (int series = 1; series <= field.marksOf(MOST_SERIES); series++) {
            for (String shooter : field.competitors()) {
                marks.add(Marks.mark(shooter, MarkKind.POINTS, "")
                        .setAttempt(series)
                        .setValue(Marks.thousandths(100L * field.from(980, 1_065)))
                        .setComponents(List.of(Marks.component("X", Marks.whole(field.from(3, 10))))));
            }
        }
    }

    /** Two fence to fifteen touches, or until each has had as many as it may. */
    static void bout(Field field, Marks marks) {
        int goal = Math.min(TOUCHES_TO_WIN, field.marksEach());
        int[] touches = new int[2];
        while (Math.max(touches[0], touches[1]) < goal) {
            int scorer = field.from(0, 1);
            touches[scorer]++;
            marks.add(field.competitors().get(scorer), MarkKind.SCORE, "", Marks.whole(touches[scorer]));
        }
        int winner = touches[0] > touches[1] ? 0 : 1;
        decide(field, marks, winner, Outcome.WON, touches[winner]);
        decide(field, marks, 1 - winner, Outcome.LOST, touches[1 - winner]);
    }

    private static void decide(Field field, Marks marks, int fencer, Outcome outcome, int touches) {
        marks.add(Marks.mark(field.competitors().get(fencer), MarkKind.SCORE, "")
                .setOutcome(outcome)
                .setValue(Marks.whole(touches)));
    }

    /** As many of the ten as there are marks for, in their order; times and lengths in whole hundredths. */
    static void decathlon(Field field, Marks marks) {
        for (Discipline discipline : DECATHLON.subList(0, field.marksOf(DECATHLON.size()))) {
            for (String athlete : field.competitors()) {
                int hundredths = field.from(discipline.least() / 10, discipline.most() / 10);
                marks.add(athlete, discipline.kind(), discipline.point(), Marks.thousandths(10L * hundredths));
            }
        }
    }

    /** Four boulders, by zone and falls, and then the route, by hold. */
    static void climbs(Field field, Marks marks) {
        int climbs = field.marksOf(BOULDERS + 1);
        for (int climb = 1; climb <= climbs; climb++) {
            for (String climber : field.competitors()) {
                marks.add(
                        climb <= BOULDERS
                                ? Marks.mark(climber, MarkKind.POINTS, "B" + climb)
                                        .setComponents(List.of(
                                                Marks.component("ZONE", Marks.whole(field.from(1, 3))),
                                                Marks.component("FALLS", Marks.whole(field.from(0, 4)))))
                                : Marks.mark(climber, MarkKind.POINTS, "L")
                                        .setComponents(
                                                List.of(Marks.component("HOLD", Marks.whole(field.from(15, 40))))));
            }
        }
    }
}
