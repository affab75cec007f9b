package org.podium.streams.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.Undecided;

/**
 * Gives qualification marks. Places in a group count as soon as all units of the group do, so that {@code Q} is known
 * when a heat is; what is compared over all groups waits for all of them.
 *
 * <p>Source: World Athletics, Competition and Technical Rules, TR 20 (rounds of track events: by place, then by time),
 * TR 21 (ties for the last place), TR 25.11 (qualifying standard in the field, filled up to a number); World Aquatics,
 * SW 3.2.3 (a swim-off among equals for the last place). From memory but for the marks themselves, which published
 * results carry.
 */
final class Qualifying {

    private final PhaseUnits units;
    private final List<Row> rows;
    private final Set<String> completeCells;
    private final boolean complete;
    private final Map<CompetitorId, String> marks = new LinkedHashMap<>();
    private final List<Undecided> undecided = new ArrayList<>();

    Qualifying(PhaseUnits units, List<Row> rows, Set<String> completeCells, boolean complete) {
        this.units = units;
        this.rows = rows;
        this.completeCells = completeCells;
        this.complete = complete;
    }

    Map<CompetitorId, String> marks() {
        return marks;
    }

    List<Undecided> undecided() {
        return undecided;
    }

    void run() {
        PhasePlan plan = units.plan();
        plan.awarded().forEach((competitor, mark) -> {
            if (!mark.isEmpty()) {
                marks.put(competitor, mark);
            }
        });
        boolean overAllBefore = false;
        for (PhasePlan.Cut cut : plan.cuts()) {
            switch (cut.by()) {
                case PLACE -> byPlace(cut);
                case NEXT -> overAll(cut, cut.count());
                case FILL -> overAll(cut, Math.max(0, cut.count() - marks.size()));
                case STANDARD -> byStandard(cut);
                case REST -> rest(cut, overAllBefore);
                case UNKNOWN -> {}
            }
            overAllBefore |= cut.by() == QualifyBy.NEXT || cut.by() == QualifyBy.FILL;
        }
    }

    private boolean isOpen(Row row) {
        return !marks.containsKey(row.competitor()) && !units.plan().awarded().containsKey(row.competitor());
    }

    private void byPlace(PhasePlan.Cut cut) {
        Set<String> cells = new LinkedHashSet<>();
        rows.forEach(row -> cells.add(row.cell()));
        for (String cell : cells) {
            if (completeCells.contains(cell)) {
                List<Row> candidates = rows.stream()
                        .filter(row -> row.cell().equals(cell) && row.inCell().rank() != null && isOpen(row))
                        .toList();
                take(cut, cut.count(), candidates, row -> row.inCell().orLast());
            }
        }
    }

    private void overAll(PhasePlan.Cut cut, int count) {
        if (complete) {
            List<Row> candidates = rows.stream()
                    .filter(row -> row.place().rank() != null && isOpen(row))
                    .toList();
            take(cut, count, candidates, row -> row.place().orLast());
        }
    }

    private void byStandard(PhasePlan.Cut cut) {
        Quantity standard = cut.standard();
        if (standard == null) {
            return;
        }
        for (Row row : rows) {
            Quantity mark = row.mark();
            if (mark != null && row.inCell().rank() != null && isOpen(row)) {
                int better = row.kind() == MarkKind.TIME ? standard.compareTo(mark) : mark.compareTo(standard);
                if (better >= 0) {
                    marks.put(row.competitor(), cut.mark());
                }
            }
        }
    }

    private void rest(PhasePlan.Cut cut, boolean overAllBefore) {
        Set<CompetitorId> tied = new LinkedHashSet<>();
        undecided.forEach(
                open -> open.getCompetitors().forEach(competitor -> tied.add(CompetitorId.parse(competitor))));
        for (Row row : rows) {
            boolean sure = overAllBefore ? complete : completeCells.contains(row.cell());
            if (sure && row.inCell().rank() != null && isOpen(row) && !tied.contains(row.competitor())) {
                marks.put(row.competitor(), cut.mark());
            }
        }
    }

    /** Marks the first so many; those who share the last place by the cut's own rule. */
    private void take(PhasePlan.Cut cut, int count, List<Row> candidates, ToIntFunction<Row> rank) {
        TreeMap<Integer, List<Row>> byRank = new TreeMap<>();
        candidates.forEach(row -> byRank.computeIfAbsent(rank.applyAsInt(row), none -> new ArrayList<>())
                .add(row));
        int left = count;
        for (List<Row> tied : byRank.values()) {
            if (left <= 0) {
                return;
            }
            if (tied.size() <= left || cut.allOfTied()) {
                tied.forEach(row -> marks.put(row.competitor(), cut.mark()));
            } else {
                decide(cut, left, tied);
            }
            left -= tied.size();
        }
    }

    private void decide(PhasePlan.Cut cut, int places, List<Row> tied) {
        UnitStanding decider = cut.decider() == null
                ? UnitStanding.UNKNOWN
                : units.standings().getOrDefault(cut.decider(), UnitStanding.UNKNOWN);
        Map<CompetitorId, Integer> decided = new LinkedHashMap<>();
        if (decider.counts(units.plan().officialOnly())) {
            decider.lines().forEach(line -> {
                Integer rank = line.ranked().rank();
                if (rank != null) {
                    decided.put(line.competitor(), rank);
                }
            });
        }
        List<Row> ordered = tied.stream()
                .sorted(Comparator.comparingInt(row -> last(decided.get(row.competitor()))))
                .toList();
        int in = last(decided.get(ordered.get(places - 1).competitor()));
        int out = last(decided.get(ordered.get(places).competitor()));
        if (in < out) {
            ordered.subList(0, places).forEach(row -> marks.put(row.competitor(), cut.mark()));
        } else {
            undecided.add(new Undecided(
                    cut.mark(),
                    places,
                    tied.stream().map(row -> row.competitor().value()).sorted().toList()));
        }
    }

    private static int last(@Nullable Integer rank) {
        return rank == null ? Integer.MAX_VALUE : rank;
    }
}
