package org.podium.streams.simulator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.podium.model.wire.MarkKind;

/** Sports in which all are under way at the same time. */
final class Races {

    private static final int MOST_SPLITS = 3;
    private static final int MOST_RACES = 12;
    private static final int MOST_STAGES = 21;
    private static final int LEAST_RACES_WITH_A_MEDAL_RACE = 3;

    private Races() {}

    /** 400 m with splits every 100 m: each part in 11 to 14 s. */
    static void track(Field field, Marks marks) {
        int parts = field.marksOf(MOST_SPLITS + 1);
        Map<String, Integer> millis = new HashMap<>();
        for (int part = 1; part <= parts; part++) {
            for (String runner : field.competitors()) {
                int share = part < parts ? 1 : MOST_SPLITS + 1 - (parts - 1);
                millis.merge(runner, share * field.from(11_000, 14_000), Integer::sum);
            }
            String point = part < parts ? part * 100 + "m" : "";
            MarkKind kind = part < parts ? MarkKind.SPLIT : MarkKind.TIME;
            fastestFirst(field, millis)
                    .forEach(runner ->
                            marks.add(runner, kind, point, Marks.thousandths(millis.getOrDefault(runner, 0))));
        }
    }

    private static List<String> fastestFirst(Field field, Map<String, Integer> millis) {
        return field.competitors().stream()
                .sorted(Comparator.comparing(runner -> millis.getOrDefault(runner, 0)))
                .toList();
    }

    /** The order of the finish, and nothing else. */
    static void finishOrder(Field field, Marks marks) {
        places(field, marks, "");
    }

    /** Races of a series; the last of three and more is the medal race. */
    static void sailedRaces(Field field, Marks marks) {
        int races = field.marksOf(MOST_RACES);
        for (int race = 1; race <= races; race++) {
            boolean last = race == races && races >= LEAST_RACES_WITH_A_MEDAL_RACE;
            places(field, marks, last ? "MR" : "R" + race);
        }
    }

    private static void places(Field field, Marks marks, String point) {
        List<String> order = field.shuffled();
        IntStream.range(0, order.size())
                .forEach(i -> marks.add(order.get(i), MarkKind.PLACE, point, Marks.whole(i + 1L)));
    }

    /** Stages of four hours and up to ten minutes. */
    static void stages(Field field, Marks marks) {
        for (int stage = 1; stage <= field.marksOf(MOST_STAGES); stage++) {
            long millis = 4 * 3_600_000L;
            for (String rider : field.shuffled()) {
                millis += field.from(0, 600_000 / field.size());
                marks.add(rider, MarkKind.TIME, "S" + stage, Marks.thousandths(millis));
            }
        }
    }
}
