package org.podium.streams.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.LineChange;
import org.podium.model.wire.ResultLine;

/**
 * Which lines differ between two versions of a result in what is said of them aloud: rank, mark, IRM, medal, records.
 * Bounded, since a unit may have hundreds of lines that move by one place.
 *
 * @param lines those told
 * @param more number of those left out
 */
record LineChanges(List<LineChange> lines, int more) {

    static final LineChanges NONE = new LineChanges(List.of(), 0);

    /** Most lines told: more than anybody can say before the next version. */
    static final int MOST = 10;

    /**
     * What may have to be told of one competitor.
     *
     * @param before null when there was no line
     * @param now null when there is none any more
     */
    record Pair(@Nullable ResultLine before, @Nullable ResultLine now) {}

    private static final Comparator<Pair> IN_SORT_ORDER = Comparator.<Pair>comparingInt(
                    pair -> either(pair).getSortOrder())
            .thenComparing(pair -> either(pair).getCompetitor());

    /**
     * The differences.
     *
     * @param concerned id of the competitor whose event it was; null when it was about the whole unit
     */
    static LineChanges between(List<ResultLine> before, List<ResultLine> now, @Nullable String concerned) {
        Map<String, ResultLine> earlier = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (ResultLine line : before) {
            earlier.put(line.getCompetitor(), line);
        }
        for (ResultLine line : now) {
            pairs.add(new Pair(earlier.remove(line.getCompetitor()), line));
        }
        earlier.values().forEach(gone -> pairs.add(new Pair(gone, null)));
        pairs.sort(IN_SORT_ORDER);
        return of(pairs, concerned);
    }

    /**
     * The differences of lines that may differ.
     *
     * @param pairs in the order in which they are told, but that the one concerned, and what weighs, goes before
     * @param concerned as above
     */
    static LineChanges of(List<Pair> pairs, @Nullable String concerned) {
        List<Pair> first = new ArrayList<>();
        List<Pair> weighty = new ArrayList<>();
        List<Pair> others = new ArrayList<>();
        int differences = 0;
        for (Pair pair : pairs) {
            if (isTold(pair)) {
                differences++;
                if (either(pair).getCompetitor().equals(concerned)) {
                    first.add(pair);
                } else if (weighs(pair)) {
                    weighty.add(pair);
                } else if (others.size() < MOST) {
                    others.add(pair);
                }
            }
        }
        if (differences == 0) {
            return NONE;
        }
        first.addAll(weighty);
        first.addAll(others);
        int told = Math.min(MOST, first.size());
        List<LineChange> changes = new ArrayList<>(told);
        for (Pair pair : first.subList(0, told)) {
            changes.add(told(pair));
        }
        return new LineChanges(changes, differences - told);
    }

    private static ResultLine either(Pair pair) {
        ResultLine now = pair.now();
        return now != null ? now : Objects.requireNonNull(pair.before());
    }

    private static boolean weighs(Pair pair) {
        ResultLine before = pair.before();
        ResultLine now = pair.now();
        return before == null || now == null || weighs(before, now);
    }

    private static boolean isTold(Pair pair) {
        ResultLine before = pair.before();
        ResultLine now = pair.now();
        if (before == null || now == null) {
            return says(either(pair));
        }
        return differs(before, now);
    }

    /** Whether there is anything to say of a line that was not there. */
    private static boolean says(ResultLine line) {
        return line.getRank() != null
                || line.getIrm() != null
                || !line.getText().isEmpty();
    }

    private static boolean differs(ResultLine before, ResultLine now) {
        return !Objects.equals(before.getRank(), now.getRank())
                || !before.getText().equals(now.getText())
                || weighs(before, now);
    }

    private static boolean weighs(ResultLine before, ResultLine now) {
        return before.getIrm() != now.getIrm()
                || before.getMedal() != now.getMedal()
                || !before.getRecords().equals(now.getRecords());
    }

    private static LineChange told(Pair pair) {
        ResultLine before = pair.before();
        ResultLine now = pair.now();
        ResultLine either = either(pair);
        List<String> recordsBefore = before == null ? List.of() : before.getRecords();
        List<String> records = now == null ? List.of() : now.getRecords();
        return new LineChange(
                either.getCompetitor(),
                either.getName(),
                either.getOrganisation(),
                before == null ? null : before.getRank(),
                now == null ? null : now.getRank(),
                before == null ? "" : before.getText(),
                now == null ? "" : now.getText(),
                before == null ? null : before.getIrm(),
                now == null ? null : now.getIrm(),
                before == null ? null : before.getMedal(),
                now == null ? null : now.getMedal(),
                without(records, recordsBefore),
                without(recordsBefore, records));
    }

    private static List<String> without(List<String> some, List<String> others) {
        if (some.isEmpty()) {
            return List.of();
        }
        return some.stream().filter(each -> !others.contains(each)).toList();
    }
}
