package org.podium.streams.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.Rsc;
import org.podium.model.wire.EventLine;
import org.podium.model.wire.Medal;
import org.podium.model.wire.PlacedBy;
import org.podium.streams.validate.Starter;

/**
 * Ranks an event from its best part on: a competitor is ranked with the best part that it takes part in. A part is
 * ranked when nothing of it is open, behind as many places as there are competitors in better parts or on their way
 * there; so those out in the heats have their ranks before the final is run.
 *
 * <p>Source: each federation's own; which parts, and how those who leave with one are put in order, is said by the
 * definition.
 */
final class EventRanking {

    private static final List<Medal> MEDALS = List.of(Medal.ME_GOLD, Medal.ME_SILVER, Medal.ME_BRONZE);

    private final EventPlan plan;
    private final Map<Rsc, UnitStanding> units;
    private final Map<String, PhaseStanding> phases;
    private final Map<CompetitorId, Integer> parts = new HashMap<>();
    private final List<EventLine> lines = new ArrayList<>();

    EventRanking(EventPlan plan, Map<Rsc, UnitStanding> units, Map<String, PhaseStanding> phases) {
        this.plan = plan;
        this.units = units;
        this.phases = phases;
    }

    /** One part of the ranking as it stands, whatever it comes from. */
    private record Part(
            Origin from,
            Map<CompetitorId, Starter> starters,
            Map<CompetitorId, Row> rows,
            Map<CompetitorId, String> marks,
            boolean complete,
            boolean official) {}

    /** A competitor who leaves the event with a part, and the numbers that put it in order there; less is better. */
    private record Leaver(Starter starter, @Nullable Row row, boolean ranked, int first, int second, int third) {

        /** Best first; those without a rank last. */
        static final Comparator<Leaver> ORDER = Comparator.comparing(Leaver::ranked)
                .reversed()
                .thenComparingInt(Leaver::first)
                .thenComparingInt(Leaver::second)
                .thenComparingInt(Leaver::third);
    }

    List<EventLine> lines() {
        List<Part> all = plan.ranking().stream().map(this::part).toList();
        boolean betterComplete = true;
        for (int i = 0; i < all.size(); i++) {
            rank(i, all.get(i), betterComplete);
            betterComplete &= all.get(i).complete();
        }
        return lines;
    }

    private Part part(EventPlan.Step step) {
        return switch (step.from()) {
            case Origin.OfUnit(Rsc rsc) -> {
                UnitStanding unit = units.getOrDefault(rsc, UnitStanding.UNKNOWN);
                Map<CompetitorId, Row> rows = new LinkedHashMap<>();
                unit.lines().forEach(line -> {
                    Row.Place place = Row.Place.of(line.ranked());
                    rows.put(
                            line.competitor(),
                            Row.of(
                                    PhaseTable.starter(unit.starters(), line.competitor()),
                                    rsc.value(),
                                    line.ranked(),
                                    place,
                                    place));
                });
                yield new Part(
                        step.from(), unit.starters(), rows, Map.of(), unit.isSettled(false), unit.isSettled(true));
            }
            case Origin.OfPhase(String code, String ignored) -> {
                PhaseStanding phase = phases.get(code);
                if (phase == null) {
                    yield new Part(step.from(), Map.of(), Map.of(), Map.of(), false, false);
                }
                Map<CompetitorId, Row> rows = new LinkedHashMap<>();
                phase.rows().forEach(row -> rows.put(row.competitor(), row));
                yield new Part(
                        step.from(),
                        new PhaseUnits(phase.plan(), units).starters(),
                        rows,
                        phase.marks(),
                        phase.complete(),
                        phase.official());
            }
        };
    }

    private void rank(int index, Part part, boolean betterComplete) {
        EventPlan.Step step = plan.ranking().get(index);
        List<Leaver> out = new ArrayList<>();
        List<Leaver> goingOn = new ArrayList<>();
        part.starters().values().stream()
                .filter(starter -> !parts.containsKey(starter.competitor()))
                .forEach(starter -> {
                    boolean stays = !betterComplete && part.marks().containsKey(starter.competitor());
                    (stays ? goingOn : out).add(leaver(step, part, starter));
                });
        goingOn.sort(Leaver.ORDER);
        goingOn.forEach(leaver -> add(part, leaver, null, false));
        out.sort(Leaver.ORDER);
        int before = lines.size();
        int rank = 0;
        for (int i = 0; i < out.size(); i++) {
            Leaver leaver = out.get(i);
            boolean ranked = part.complete() && leaver.ranked();
            boolean above = ranked && i > 0 && Leaver.ORDER.compare(out.get(i - 1), leaver) == 0;
            boolean below = ranked && i + 1 < out.size() && Leaver.ORDER.compare(out.get(i + 1), leaver) == 0;
            rank = above ? rank : before + i + 1;
            add(part, leaver, ranked ? rank : null, above || below);
        }
        part.starters().keySet().forEach(competitor -> parts.putIfAbsent(competitor, index));
    }

    private Leaver leaver(EventPlan.Step step, Part part, Starter starter) {
        Row row = part.rows().get(starter.competitor());
        int then = thenRank(step.then(), starter.competitor());
        if (row == null) {
            return new Leaver(starter, null, false, Integer.MAX_VALUE, Integer.MAX_VALUE, then);
        }
        int inCell = row.inCell().orLast();
        int overAll = row.place().orLast();
        boolean ranked = step.by() == PlacedBy.RANK
                ? row.place().rank() != null
                : row.inCell().rank() != null;
        if (!ranked) {
            return new Leaver(starter, row, false, inCell, overAll, then);
        }
        return switch (step.by()) {
            case PLACE -> new Leaver(starter, row, true, inCell, overAll, then);
            case SHARED -> new Leaver(starter, row, true, 0, 0, then);
            case PLACE_SHARED -> new Leaver(starter, row, true, inCell, 0, then);
            case RANK, UNKNOWN -> new Leaver(starter, row, true, overAll, 0, then);
        };
    }

    private int thenRank(@Nullable String code, CompetitorId competitor) {
        PhaseStanding phase = code == null ? null : phases.get(code);
        return phase == null || !phase.complete()
                ? Integer.MAX_VALUE
                : phase.rows().stream()
                        .filter(row -> row.competitor().equals(competitor))
                        .map(row -> row.place().orLast())
                        .findAny()
                        .orElse(Integer.MAX_VALUE);
    }

    private void add(Part part, Leaver leaver, @Nullable Integer rank, boolean equal) {
        Starter starter = leaver.starter();
        Row row = leaver.row();
        lines.add(new EventLine(
                starter.competitor().value(),
                starter.name(),
                starter.organisation().value(),
                lines.size() + 1,
                rank,
                equal,
                part.from().text(),
                row == null ? "" : row.text(),
                row == null ? null : row.irm(),
                rank != null && part.official() ? medal(rank) : null));
    }

    private @Nullable Medal medal(int rank) {
        int medal = rank > plan.medals().size() ? 0 : plan.medals().get(rank - 1);
        return medal == 0 ? null : MEDALS.get(medal - 1);
    }
}
