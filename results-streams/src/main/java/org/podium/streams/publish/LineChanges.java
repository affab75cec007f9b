package org.podium.streams.publish;

import java.util.ArrayList;
import java.util.Collections;
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

    /** @param weight the less, the sooner it is told */
    private record Difference(
            @Nullable ResultLine before, @Nullable ResultLine now, int weight) implements Comparable<Difference> {

        static Difference of(@Nullable ResultLine before, @Nullable ResultLine now, @Nullable String concerned) {
            ResultLine either = now != null ? now : Objects.requireNonNull(before);
            if (either.getCompetitor().equals(concerned)) {
                return new Difference(before, now, 0);
            }
            return new Difference(before, now, before == null || now == null || weighs(before, now) ? 1 : 2);
        }

        @Override
        public int compareTo(Difference other) {
            if (weight != other.weight) {
                return Integer.compare(weight, other.weight);
            }
            int bySortOrder =
                    Integer.compare(either().getSortOrder(), other.either().getSortOrder());
            return bySortOrder != 0
                    ? bySortOrder
                    : either().getCompetitor().compareTo(other.either().getCompetitor());
        }

        ResultLine either() {
            return now != null ? now : Objects.requireNonNull(before);
        }
    }

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
        return of(pairs, concerned);
    }

    /**
     * The differences of lines that may differ.
     *
     * @param concerned as above
     */
    static LineChanges of(List<Pair> pairs, @Nullable String concerned) {
        List<Difference> differences = new ArrayList<>();
        for (Pair pair : pairs) {
            if (isTold(pair)) {
                differences.add(Difference.of(pair.before(), pair.now(), concerned));
            }
        }
        if (differences.isEmpty()) {
            return NONE;
        }
        Collections.sort(differences);
        int told = Math.min(MOST, differences.size());
        List<LineChange> changes = new ArrayList<>(told);
        for (Difference difference : differences.subList(0, told)) {
            changes.add(told(difference));
        }
        return new LineChanges(changes, differences.size() - told);
    }

    private static boolean isTold(Pair pair) {
        ResultLine before = pair.before();
        ResultLine now = pair.now();
        if (before == null || now == null) {
            return says(now != null ? now : Objects.requireNonNull(before));
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

    private static LineChange told(Difference difference) {
        ResultLine before = difference.before();
        ResultLine now = difference.now();
        ResultLine either = difference.either();
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
