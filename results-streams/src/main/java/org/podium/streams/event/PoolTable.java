package org.podium.streams.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.streams.rank.Pool;
import org.podium.streams.rank.PoolMatch;
import org.podium.streams.rank.PoolStanding;
import org.podium.streams.rank.Score;
import org.podium.streams.validate.Starter;

/**
 * The tables of a phase of pools. Over all pools, those with the same rank in theirs are compared by points, then by
 * difference, then by what they scored, as federations compare the third of one group with the third of another.
 */
final class PoolTable {

    private static final String SHOOT_OUT = "SO";

    private final PhaseUnits units;
    private final Pool pool;

    PoolTable(PhaseUnits units, Pool pool) {
        this.units = units;
        this.pool = pool;
    }

    /** A line of one table, before it is known which place it has over all. */
    private record Entrant(Starter starter, String cell, PoolStanding standing) {

        static final Comparator<Entrant> OVER_ALL = Comparator.<Entrant>comparingInt(
                        entrant -> entrant.standing().rank())
                .thenComparing(Comparator.<Entrant>comparingLong(
                                entrant -> entrant.tally().points())
                        .thenComparingLong(entrant ->
                                entrant.tally().scored() - entrant.tally().conceded())
                        .thenComparingLong(entrant -> entrant.tally().scored())
                        .reversed());

        PoolStanding.Tally tally() {
            return standing.tally();
        }
    }

    List<Row> rows() {
        Map<String, List<PhasePlan.UnitPlan>> cells = new LinkedHashMap<>();
        units.plan()
                .units()
                .forEach(unit -> cells.computeIfAbsent(units.plan().cell(unit), none -> new ArrayList<>())
                        .add(unit));
        List<Entrant> entrants = new ArrayList<>();
        cells.forEach((cell, matches) -> entrants.addAll(table(cell, matches)));
        // Stable: where nothing else tells them apart, in the order of their tables.
        List<Entrant> ordered = new ArrayList<>(entrants);
        Comparator<Entrant> order = cells.size() == 1
                ? Comparator.comparingInt(entrant -> entrant.standing().rank())
                : Entrant.OVER_ALL;
        ordered.sort(order);
        return rows(ordered, order, cells.size() == 1);
    }

    private static List<Row> rows(List<Entrant> ordered, Comparator<Entrant> order, boolean single) {
        List<Row> rows = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < ordered.size(); i++) {
            Entrant entrant = ordered.get(i);
            boolean above = i > 0 && order.compare(ordered.get(i - 1), entrant) == 0;
            boolean below = i + 1 < ordered.size() && order.compare(ordered.get(i + 1), entrant) == 0;
            rank = above ? rank : i + 1;
            @Nullable
            DecidedBy decidedBy = single
                    ? entrant.standing().decidedBy()
                    : i == 0 ? null : above ? DecidedBy.SHARED : decidedBy(ordered.get(i - 1), entrant);
            rows.add(row(entrant, new Row.Place(rank, above || below), decidedBy));
        }
        return rows;
    }

    private static DecidedBy decidedBy(Entrant above, Entrant below) {
        if (above.standing().rank() != below.standing().rank()) {
            return DecidedBy.PLACE;
        }
        if (above.tally().points() != below.tally().points()) {
            return DecidedBy.MARK;
        }
        return above.tally().scored() - above.tally().conceded()
                        != below.tally().scored() - below.tally().conceded()
                ? DecidedBy.SCORE_DIFFERENCE
                : DecidedBy.SCORED;
    }

    private static Row row(Entrant entrant, Row.Place place, @Nullable DecidedBy decidedBy) {
        boolean started = entrant.tally().played() > 0;
        Quantity points = new Quantity(entrant.tally().points());
        return new Row(
                entrant.starter(),
                entrant.cell(),
                started ? place : Row.Place.NONE,
                started
                        ? new Row.Place(
                                entrant.standing().rank(), entrant.standing().rankEqual())
                        : Row.Place.NONE,
                MarkKind.POINTS,
                points,
                points.toString(),
                null,
                decidedBy,
                entrant.tally());
    }

    private List<Entrant> table(String cell, List<PhasePlan.UnitPlan> matches) {
        Map<CompetitorId, Starter> starters = new HashMap<>();
        Set<CompetitorId> competitors = new LinkedHashSet<>();
        List<PoolMatch> played = new ArrayList<>();
        for (PhasePlan.UnitPlan unit : matches) {
            UnitStanding standing = units.of(unit);
            starters.putAll(standing.starters());
            competitors.addAll(standing.starters().keySet());
            if (standing.counts(units.plan().officialOnly())) {
                match(standing).ifPresent(played::add);
            }
        }
        return pool.rank(competitors, played).stream()
                .map(line -> new Entrant(PhaseTable.starter(starters, line.competitor()), cell, line))
                .toList();
    }

    /** The match that two lines are; empty where there are not two, or nothing says how it ended. */
    private static Optional<PoolMatch> match(UnitStanding standing) {
        if (standing.lines().size() != 2) {
            return Optional.empty();
        }
        UnitStanding.Line one = standing.lines().get(0);
        UnitStanding.Line other = standing.lines().get(1);
        if (one.ranked().decision() == null && one.ranked().rank() == null) {
            return Optional.empty();
        }
        return Optional.of(new PoolMatch(side(one, other), side(other, one)));
    }

    private static PoolMatch.Side side(UnitStanding.Line own, UnitStanding.Line other) {
        long periods = 0;
        for (Score score : own.performance().scores()) {
            if (score.kind() == MarkKind.SCORE
                    && score.value() != null
                    && !score.point().isEmpty()
                    && !score.point().equals(SHOOT_OUT)) {
                periods = Math.addExact(periods, score.value().millionths());
            }
        }
        Quantity mark = own.ranked().mark();
        return new PoolMatch.Side(
                own.competitor(),
                outcome(own, other),
                mark == null ? 0 : mark.millionths(),
                periods,
                own.ranked().irm() != null);
    }

    private static Outcome outcome(UnitStanding.Line own, UnitStanding.Line other) {
        Outcome decision = own.ranked().decision();
        if (decision == Outcome.WON || decision == Outcome.LOST || decision == Outcome.TIED) {
            return decision;
        }
        int ranks = Integer.compare(
                Row.Place.of(own.ranked()).orLast(),
                Row.Place.of(other.ranked()).orLast());
        return ranks < 0 ? Outcome.WON : ranks > 0 ? Outcome.LOST : Outcome.TIED;
    }
}
