package org.podium.streams.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.Rsc;
import org.podium.model.wire.EventNotice;
import org.podium.model.wire.EventRemark;

/**
 * Works out what follows for an event: unit by unit and phase by phase, each after those that it depends on, so that a
 * result of the first round is carried into the last one in a single pass.
 */
public final class Evaluation {

    /** The units of the event. */
    public interface Units {

        /**
         * What a unit has come to; empty when it is not defined.
         *
         * @param fills what other units put into its start list
         * @throws ArithmeticException when its marks cannot be added up
         */
        Optional<UnitStanding> standing(Rsc unit, List<Fill> fills);
    }

    private final EventPlan plan;
    private final Units units;
    private final Map<Rsc, UnitStanding> standings = new LinkedHashMap<>();
    private final Map<String, PhaseStanding> phases = new LinkedHashMap<>();
    private final Map<Rsc, List<Fill>> fills = new HashMap<>();
    private final List<EventRemark> remarks = new ArrayList<>();

    private Evaluation(EventPlan plan, Units units) {
        this.plan = plan;
        this.units = units;
    }

    /**
     * The outcome.
     *
     * @throws ArithmeticException when marks cannot be added up
     */
    public static Outcome of(EventPlan plan, Units units) {
        return new Evaluation(plan, units).run();
    }

    private Outcome run() {
        for (Origin next : plan.order()) {
            switch (next) {
                case Origin.OfUnit(Rsc unit) -> takeUnit(unit);
                case Origin.OfPhase(String code, String ignored) ->
                    phases.put(
                            code,
                            PhaseStanding.of(new PhaseUnits(
                                    Objects.requireNonNull(plan.phases().get(code)), standings)));
            }
        }
        EventDocument document = new EventDocument(plan, standings, phases, fills);
        remarks.addAll(document.notQualified());
        var ranking = new EventRanking(plan, standings, phases).lines();
        return new Outcome(
                standings,
                fills,
                marks(),
                document.phases(),
                document.bracket(),
                ranking,
                List.copyOf(remarks),
                plan.medals().isEmpty() ? Optional.empty() : Optional.of(document.medallists(ranking)));
    }

    private void takeUnit(Rsc rsc) {
        Optional<PhasePlan.UnitPlan> drawn = Optional.ofNullable(plan.drawn().get(rsc));
        List<Fill> filled =
                drawn.map(unit -> new Draw(standings, phases).of(unit)).orElse(List.of());
        if (drawn.isPresent()) {
            fills.put(rsc, filled);
        }
        if (drawn.filter(PhasePlan.UnitPlan::bye).isPresent()) {
            standings.put(rsc, UnitStanding.bye(Fill.starters(filled, competitor -> false)));
            return;
        }
        Optional<UnitStanding> standing = units.standing(rsc, filled);
        standing.ifPresentOrElse(
                known -> standings.put(rsc, known),
                () -> remarks.add(new EventRemark(EventNotice.NO_DEFINITION, rsc.value(), null)));
    }

    /** A mark stands on the line of the last unit of its phase that the competitor has a line in. */
    private Map<Rsc, Map<CompetitorId, String>> marks() {
        Map<Rsc, Map<CompetitorId, String>> marks = new HashMap<>();
        for (PhaseStanding phase : phases.values()) {
            phase.marks()
                    .forEach((competitor, mark) -> lastUnit(phase.plan(), competitor)
                            .ifPresent(unit -> marks.computeIfAbsent(unit, none -> new HashMap<>())
                                    .putIfAbsent(competitor, mark)));
        }
        return marks;
    }

    private Optional<Rsc> lastUnit(PhasePlan plan, CompetitorId competitor) {
        return plan.units().reversed().stream()
                .map(PhasePlan.UnitPlan::unit)
                .filter(unit -> standings.getOrDefault(unit, UnitStanding.UNKNOWN).lines().stream()
                        .anyMatch(line -> line.competitor().equals(competitor)))
                .findFirst();
    }
}
