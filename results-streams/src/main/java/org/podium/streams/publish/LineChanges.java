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

    private record Difference(
            @Nullable ResultLine before, @Nullable ResultLine now) {

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
        List<Difference> differences = new ArrayList<>();
        // Lines that are the same objects at the same place are the most, and not worth a look.
        for (int i = 0; i < before.size(); i++) {
            if (!isSame(before, now, i)) {
                earlier.put(before.get(i).getCompetitor(), before.get(i));
            }
        }
        for (int i = 0; i < now.size(); i++) {
            if (!isSame(now, before, i)) {
                ResultLine line = now.get(i);
                ResultLine old = earlier.remove(line.getCompetitor());
                if (old == null ? says(line) : differs(old, line)) {
                    differences.add(new Difference(old, line));
                }
            }
        }
        earlier.values().stream()
                .filter(LineChanges::says)
                .forEach(gone -> differences.add(new Difference(gone, null)));
        if (differences.isEmpty()) {
            return NONE;
        }
        differences.sort(Comparator.<Difference>comparingInt(difference -> weight(difference, concerned))
                .thenComparingInt(difference -> difference.either().getSortOrder())
                .thenComparing(difference -> difference.either().getCompetitor()));
        return new LineChanges(
                differences.stream().limit(MOST).map(LineChanges::told).toList(),
                Math.max(0, differences.size() - MOST));
    }

    @SuppressWarnings("ReferenceEquality") // Lines that did not change are the same objects.
    private static boolean isSame(List<ResultLine> some, List<ResultLine> others, int index) {
        return index < others.size() && some.get(index) == others.get(index);
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

    private static int weight(Difference difference, @Nullable String concerned) {
        ResultLine before = difference.before();
        ResultLine now = difference.now();
        if (difference.either().getCompetitor().equals(concerned)) {
            return 0;
        }
        return before == null || now == null || weighs(before, now) ? 1 : 2;
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
        return some.stream().filter(each -> !others.contains(each)).toList();
    }
}
