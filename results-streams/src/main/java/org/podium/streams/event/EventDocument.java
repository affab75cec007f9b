package org.podium.streams.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.Rsc;
import org.podium.model.wire.BracketSlot;
import org.podium.model.wire.BracketUnit;
import org.podium.model.wire.EventLine;
import org.podium.model.wire.EventNotice;
import org.podium.model.wire.EventRemark;
import org.podium.model.wire.Medallist;
import org.podium.model.wire.PhaseLine;
import org.podium.model.wire.PhaseResult;
import org.podium.model.wire.PoolTally;
import org.podium.streams.rank.PoolStanding;
import org.podium.streams.validate.Starter;

/** What has been worked out for an event, in the form in which it is published. */
final class EventDocument {

    private final EventPlan plan;
    private final Map<Rsc, UnitStanding> standings;
    private final Map<String, PhaseStanding> phases;
    private final Map<Rsc, List<Fill>> fills;

    EventDocument(
            EventPlan plan,
            Map<Rsc, UnitStanding> standings,
            Map<String, PhaseStanding> phases,
            Map<Rsc, List<Fill>> fills) {
        this.plan = plan;
        this.standings = standings;
        this.phases = phases;
        this.fills = fills;
    }

    /** Phases in the order of the definition. */
    List<PhaseResult> phases() {
        List<PhaseResult> results = new ArrayList<>();
        for (String code : plan.phases().keySet()) {
            PhaseStanding phase = phases.get(code);
            if (phase != null) {
                results.add(phase(phase));
            }
        }
        return List.copyOf(results);
    }

    private static PhaseResult phase(PhaseStanding phase) {
        Map<String, String> groups = new HashMap<>();
        phase.plan().units().forEach(unit -> groups.put(phase.plan().cell(unit), unit.group()));
        List<PhaseLine> lines = new ArrayList<>();
        for (Row row : phase.rows()) {
            lines.add(new PhaseLine(
                    row.competitor().value(),
                    row.starter().name(),
                    row.starter().organisation().value(),
                    groups.getOrDefault(row.cell(), ""),
                    lines.size() + 1,
                    row.place().rank(),
                    row.place().equal(),
                    row.inCell().rank(),
                    row.text(),
                    row.irm(),
                    phase.marks().get(row.competitor()),
                    row.decidedBy(),
                    row.tally() == null ? null : tally(row.tally())));
        }
        return new PhaseResult(
                phase.plan().code(),
                phase.plan().name(),
                phase.plan().units().stream().map(unit -> unit.unit().value()).toList(),
                phase.counted(),
                phase.complete(),
                lines,
                phase.undecided());
    }

    private static PoolTally tally(PoolStanding.Tally tally) {
        return new PoolTally(
                tally.played(),
                tally.won(),
                tally.tied(),
                tally.lost(),
                tally.points(),
                tally.scored(),
                tally.conceded());
    }

    /** Units with places that others fill, in the order of the definition. */
    List<BracketUnit> bracket() {
        List<BracketUnit> units = new ArrayList<>();
        for (PhasePlan phase : plan.phases().values()) {
            for (PhasePlan.UnitPlan unit : phase.units()) {
                if (!unit.slots().isEmpty()) {
                    units.add(new BracketUnit(unit.unit().value(), phase.code(), unit.bye(), slots(unit)));
                }
            }
        }
        return List.copyOf(units);
    }

    /** Who really starts at a place, else who surely will. */
    private List<BracketSlot> slots(PhasePlan.UnitPlan unit) {
        Map<Integer, Starter> starting = new HashMap<>();
        standings
                .getOrDefault(unit.unit(), UnitStanding.UNKNOWN)
                .starters()
                .values()
                .forEach(starter -> {
                    if (starter.startOrder() != null) {
                        starting.put(starter.startOrder(), starter);
                    }
                });
        List<Fill> filled = fills.getOrDefault(unit.unit(), List.of());
        List<BracketSlot> slots = new ArrayList<>();
        for (int i = 0; i < unit.slots().size(); i++) {
            Slot slot = unit.slots().get(i);
            @Nullable Starter preferred = i < filled.size() ? filled.get(i).preferred() : null;
            @Nullable Starter starter = starting.getOrDefault(slot.startOrder(), preferred);
            slots.add(new BracketSlot(
                    slot.startOrder(),
                    slot.from().text(),
                    slot.from() instanceof Origin.OfPhase(String code, String group) ? group : "",
                    slot.place(),
                    starter == null ? null : starter.competitor().value(),
                    starter == null ? "" : starter.name(),
                    starter == null ? "" : starter.organisation().value()));
        }
        slots.sort(Comparator.comparingInt(BracketSlot::getStartOrder));
        return slots;
    }

    /** Who starts in a unit whose places are all decided without having one of them. */
    List<EventRemark> notQualified() {
        List<EventRemark> remarks = new ArrayList<>();
        for (PhasePlan phase : plan.phases().values()) {
            for (PhasePlan.UnitPlan unit : phase.units()) {
                List<Fill> filled = fills.getOrDefault(unit.unit(), List.of());
                Set<CompetitorId> drawn = new HashSet<>();
                for (Fill fill : filled) {
                    if (fill.preferred() != null) {
                        drawn.add(fill.preferred().competitor());
                    }
                }
                if (!filled.isEmpty() && drawn.size() == filled.size()) {
                    standings.getOrDefault(unit.unit(), UnitStanding.UNKNOWN).starters().keySet().stream()
                            .filter(competitor -> !drawn.contains(competitor))
                            .forEach(competitor -> remarks.add(new EventRemark(
                                    EventNotice.NOT_QUALIFIED, unit.unit().value(), competitor.value())));
                }
            }
        }
        return remarks;
    }

    /** Medallists of the event's ranking. */
    List<Medallist> medallists(List<EventLine> ranking) {
        return ranking.stream()
                .filter(line -> line.getMedal() != null)
                .map(line -> new Medallist(
                        line.getMedal(),
                        line.getCompetitor(),
                        line.getName(),
                        line.getOrganisation(),
                        members(line.getCompetitor()),
                        lastUnit(line.getFrom()),
                        null))
                .toList();
    }

    private List<String> members(String competitor) {
        CompetitorId id = CompetitorId.parse(competitor);
        return standings.values().stream()
                .map(standing -> standing.starters().get(id))
                .filter(starter -> starter != null && !starter.members().isEmpty())
                .map(Starter::members)
                .findFirst()
                .orElse(List.of());
    }

    private String lastUnit(String from) {
        PhasePlan phase = plan.phases().get(from);
        return phase == null ? from : phase.units().getLast().unit().value();
    }
}
