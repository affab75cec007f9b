package org.podium.streams.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.PhaseTakes;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.rank.Rule;
import org.podium.streams.validate.Starter;

/** The ranking of a phase from those of its units that count. */
final class PhaseTable {

    private final PhaseUnits units;

    private PhaseTable(PhaseUnits units) {
        this.units = units;
    }

    /** The lines in sort order. */
    static List<Row> of(PhaseUnits units) {
        PhaseTable table = new PhaseTable(units);
        return switch (units.plan().ranked()) {
            case PhasePlan.Ranked.Not ignored -> table.unitByUnit();
            case PhasePlan.Ranked.ByRule(Rule rule) -> table.byRule(rule);
            case PhasePlan.Ranked.AsPool(var pool) -> new PoolTable(units, pool).rows();
        };
    }

    private List<Row> unitByUnit() {
        List<Row> rows = new ArrayList<>();
        for (PhasePlan.UnitPlan unit : units.counted()) {
            UnitStanding standing = units.of(unit);
            for (UnitStanding.Line line : standing.lines()) {
                rows.add(Row.of(
                        starter(standing.starters(), line.competitor()),
                        units.plan().cell(unit),
                        line.ranked(),
                        Row.Place.NONE,
                        Row.Place.of(line.ranked())));
            }
        }
        return rows;
    }

    private List<Row> byRule(Rule rule) {
        Map<CompetitorId, Starter> starters = units.starters();
        Map<CompetitorId, String> cells = new HashMap<>();
        Map<CompetitorId, Row.Place> inUnits = new HashMap<>();
        for (PhasePlan.UnitPlan unit : units.counted()) {
            units.of(unit).lines().forEach(line -> {
                cells.put(line.competitor(), units.plan().cell(unit));
                inUnits.put(line.competitor(), Row.Place.of(line.ranked()));
            });
        }
        List<Performance> performances = units.plan().takes() == PhaseTakes.SCORES ? scores() : sums(rule);
        Map<CompetitorId, Row.Place> inCells = inCells(rule, performances, cells);
        return rule.rank(performances).stream()
                .map(line -> Row.of(
                        starter(starters, line.competitor()),
                        cells.getOrDefault(line.competitor(), ""),
                        line,
                        Row.Place.of(line),
                        Objects.requireNonNull(
                                inCells.getOrDefault(line.competitor(), inUnits.get(line.competitor())))))
                .toList();
    }

    /** Every performance as it is; of a competitor in two units the later one. */
    private List<Performance> scores() {
        Map<CompetitorId, Performance> performances = new LinkedHashMap<>();
        for (PhasePlan.UnitPlan unit : units.counted()) {
            units.of(unit).lines().forEach(line -> performances.put(line.competitor(), line.performance()));
        }
        return List.copyOf(performances.values());
    }

    private List<Performance> sums(Rule rule) {
        Map<CompetitorId, Sum> sums = new LinkedHashMap<>();
        for (PhasePlan.UnitPlan unit : units.counted()) {
            for (UnitStanding.Line line : units.of(unit).lines()) {
                sums.computeIfAbsent(line.competitor(), none -> new Sum(units.plan(), rule))
                        .add(unit.point(), line);
            }
        }
        return sums.values().stream().map(Sum::performance).toList();
    }

    /** Places in groups that are made of several units; a unit that is a group by itself has ranked its own. */
    private Map<CompetitorId, Row.Place> inCells(
            Rule rule, List<Performance> performances, Map<CompetitorId, String> cells) {
        Map<String, List<Performance>> byCell = new LinkedHashMap<>();
        boolean byUnit = units.plan().units().stream().anyMatch(units.plan()::groupsByUnit);
        if (byUnit) {
            return Map.of();
        }
        performances.forEach(performance -> byCell.computeIfAbsent(
                        cells.getOrDefault(performance.competitor(), ""), none -> new ArrayList<>())
                .add(performance));
        Map<CompetitorId, Row.Place> places = new HashMap<>();
        for (List<Performance> cell : byCell.values()) {
            for (RankedLine line : rule.rank(cell)) {
                places.put(line.competitor(), Row.Place.of(line));
            }
        }
        return places;
    }

    static Starter starter(Map<CompetitorId, Starter> starters, CompetitorId competitor) {
        return Objects.requireNonNull(starters.get(competitor), "every line has a starter");
    }
}
