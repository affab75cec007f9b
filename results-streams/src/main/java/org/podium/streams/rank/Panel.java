package org.podium.streams.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.podium.model.mark.Quantity;

/**
 * Judges whose scores of one performance make one number: of each group the highest and the lowest are dropped, the
 * rest is added up over all groups, or averaged.
 *
 * @param groups groups that drop on their own; one for a plain panel, three for a synchronised dive
 * @param mean true to average what counts, rounded half up to {@code decimals}; false to add it up
 * @param decimals decimals of the average
 */
record Panel(List<Group> groups, boolean mean, int decimals) {

    private static final int MOST_JUDGES = 30;
    private static final Pattern GROUP = Pattern.compile("J(\\d{1,2})-J(\\d{1,2}):(\\d):(\\d)");

    /** How the scores that count are put together. */
    enum Total {
        SUM,
        MEAN
    }

    /**
     * One group of judges.
     *
     * @param judges their component names, such as J1 to J7
     * @param dropHigh how many of the highest scores do not count
     * @param dropLow how many of the lowest scores do not count
     */
    record Group(List<String> judges, int dropHigh, int dropLow) {

        static Group of(int first, int last, int dropHigh, int dropLow) {
            List<String> judges = new ArrayList<>();
            for (int judge = first; judge <= last; judge++) {
                judges.add("J" + judge);
            }
            return new Group(List.copyOf(judges), dropHigh, dropLow);
        }

        int counting() {
            return judges.size() - dropHigh - dropLow;
        }
    }

    /** Reads {@code judges}, {@code drop-high} and {@code drop-low}, or {@code panels} in their place. */
    static Panel read(Parameters parameters, int decimals) {
        int judges = parameters.whole("judges", 7, 1, MOST_JUDGES);
        int dropHigh = parameters.whole("drop-high", 2, 0, 9);
        int dropLow = parameters.whole("drop-low", 2, 0, 9);
        List<Group> groups = new ArrayList<>();
        for (String text : parameters.list("panels", List.of(), GROUP, "groups such as J1-J3:1:1")) {
            Matcher group = GROUP.matcher(text);
            if (group.matches()) {
                groups.add(Group.of(number(group, 1), number(group, 2), number(group, 3), number(group, 4)));
            }
        }
        if (groups.isEmpty()) {
            groups.add(Group.of(1, judges, dropHigh, dropLow));
        }
        for (Group group : groups) {
            if (group.judges.size() > MOST_JUDGES) {
                parameters.problem(
                        "a group of %d judges is larger than %d".formatted(group.judges.size(), MOST_JUDGES));
            }
            if (group.counting() < 1) {
                parameters.problem("of %d judges, %d and %d dropped, no score counts"
                        .formatted(group.judges.size(), group.dropHigh, group.dropLow));
            }
        }
        return new Panel(List.copyOf(groups), parameters.choice("panel", Total.SUM) == Total.MEAN, decimals);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    boolean judges(String component) {
        for (Group group : groups) {
            if (group.judges.contains(component)) {
                return true;
            }
        }
        return false;
    }

    /** The number in millionths; empty while a judge's score is missing. */
    OptionalLong of(Map<String, Quantity> components) {
        long sum = 0;
        int counting = 0;
        for (Group group : groups) {
            long[] scores = new long[group.judges.size()];
            for (int i = 0; i < scores.length; i++) {
                Quantity score = components.get(group.judges.get(i));
                if (score == null) {
                    return OptionalLong.empty();
                }
                scores[i] = score.millionths();
            }
            Arrays.sort(scores);
            for (int i = group.dropLow; i < scores.length - group.dropHigh; i++) {
                sum += scores[i];
            }
            counting += group.counting();
        }
        return OptionalLong.of(mean ? mean(sum, counting) : sum);
    }

    private long mean(long sum, long counting) {
        long unit = Quantity.ONE;
        for (int i = 0; i < decimals; i++) {
            unit /= 10;
        }
        return Math.floorDiv(2 * sum + counting * unit, 2 * counting * unit) * unit;
    }
}
