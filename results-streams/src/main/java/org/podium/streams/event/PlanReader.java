package org.podium.streams.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.EventKey;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.Rsc;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.RankingStep;
import org.podium.model.wire.RejectReason;
import org.podium.streams.validate.Checked;

/**
 * Reads an event's definition into a plan. Notes everything that is wrong and goes on with something harmless, so that
 * all problems are found together.
 */
final class PlanReader {

    /** More phases than any event has; tennis has seven rounds, an athletics event four. */
    private static final int MOST_PHASES = 64;

    /** More units than any event has; a draw of 128 has 127 matches. */
    private static final int MOST_UNITS = 1_000;

    private static final int BRONZE = 3;

    private final EventKey event;
    private final EventDefinition message;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private final Set<String> rankedCodes = new HashSet<>();

    PlanReader(EventKey event, EventDefinition message) {
        this.event = event;
        this.message = message;
    }

    Checked<EventPlan> read() {
        int units = message.getPhases().stream()
                .mapToInt(phase -> phase.getUnits().size())
                .sum();
        if (message.getPhases().size() > MOST_PHASES || units > MOST_UNITS) {
            return Checked.refused(
                    RejectReason.INVALID_DEFINITION,
                    "%d phases with %d units; at most %d with %d can be worked with",
                    message.getPhases().size(),
                    units,
                    MOST_PHASES,
                    MOST_UNITS);
        }
        for (Phase phase : message.getPhases()) {
            if (!codes.add(phase.getCode())) {
                problem("phase %s is there twice".formatted(phase.getCode()));
            }
            if (phase.getRule() != null) {
                rankedCodes.add(phase.getCode());
            }
        }
        Map<String, PhasePlan> phases = new LinkedHashMap<>();
        for (Phase phase : message.getPhases()) {
            phases.put(phase.getCode(), new PhaseReader(this, phase).read());
        }
        drawnOnce();
        List<EventPlan.Step> ranking = ranking();
        checkMedals();
        List<Origin> order = List.of();
        if (problems.isEmpty()) {
            switch (PlanOrder.of(phases, ranking)) {
                case PlanOrder.Found.InOrder(List<Origin> found) -> order = found;
                case PlanOrder.Found.Circle(String through) ->
                    problem(
                            "%s depends on its own result; a slot or a decider has to come from an earlier unit or phase"
                                    .formatted(through));
            }
        }
        return problems.isEmpty()
                ? new Checked.Accepted<>(EventPlan.of(event, phases, ranking, order, message))
                : new Checked.Refused<>(RejectReason.INVALID_DEFINITION, String.join("; ", problems));
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    /** The unit of this event that the text names; null, and a problem, when it names none. */
    @Nullable
    Rsc unit(String where, String text) {
        try {
            Rsc unit = Rsc.parse(text);
            if (unit.event().equals(event.event())) {
                return unit;
            }
            problem("%s: unit %s is not of event %s".formatted(where, text, event.event()));
        } catch (InvalidIdException e) {
            problem(where + ": " + e.getMessage());
        }
        return null;
    }

    /** Where something comes from: a phase of this event or a unit; null, and a problem, when it is neither. */
    @Nullable
    Origin origin(String where, String from, String group) {
        if (!codes.contains(from)) {
            Rsc unit = unit(where, from);
            if (unit != null && !group.isEmpty()) {
                problem("%s: group %s of a unit; only a phase has groups".formatted(where, group));
            }
            return unit == null ? null : new Origin.OfUnit(unit);
        }
        if (group.isEmpty() && !rankedCodes.contains(from)) {
            problem("%s: phase %s has no rule, so that nobody has a rank over all of it".formatted(where, from));
        }
        if (!group.isEmpty() && !hasGroup(from, group)) {
            problem("%s: phase %s has no group %s".formatted(where, from, group));
        }
        return new Origin.OfPhase(from, group);
    }

    private boolean hasGroup(String code, String group) {
        return message.getPhases().stream()
                .filter(phase -> phase.getCode().equals(code))
                .flatMap(phase -> phase.getUnits().stream())
                .anyMatch(unit -> unit.getGroup().equals(group));
    }

    private void drawnOnce() {
        Set<String> drawn = new HashSet<>();
        message.getPhases().stream()
                .flatMap(phase -> phase.getUnits().stream())
                .filter(unit -> !unit.getSlots().isEmpty())
                .map(PhaseUnit::getUnit)
                .filter(unit -> !drawn.add(unit))
                .forEach(unit -> problem("unit %s has slots in two phases; leave them in one".formatted(unit)));
    }

    private List<EventPlan.Step> ranking() {
        List<EventPlan.Step> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (RankingStep step : message.getRanking()) {
            String where = "ranking from " + step.getFrom();
            boolean phase = codes.contains(step.getFrom());
            Rsc unit = phase ? null : unit(where, step.getFrom());
            if (step.getBy() == PlacedBy.UNKNOWN) {
                problem(where + ": a way of placing that this version does not know");
            } else if (phase && step.getBy() == PlacedBy.RANK && !rankedCodes.contains(step.getFrom())) {
                problem(where + ": the phase has no rule to rank by; place its competitors by PLACE_SHARED or SHARED");
            }
            if (!seen.add(step.getFrom())) {
                problem(where + " is there twice");
            }
            if (step.getThen() != null && !rankedCodes.contains(step.getThen())) {
                problem("%s: then %s, which is no phase with a rule".formatted(where, step.getThen()));
            }
            Optional<Origin> from = phase
                    ? Optional.of(new Origin.OfPhase(step.getFrom(), ""))
                    : Optional.ofNullable(unit).map(Origin.OfUnit::new);
            from.ifPresent(origin -> steps.add(new EventPlan.Step(origin, step.getBy(), step.getThen())));
        }
        return steps;
    }

    private void checkMedals() {
        for (int medal : message.getMedals()) {
            if (medal < 0 || medal > BRONZE) {
                problem("medal %d; 1 is gold, 2 silver, 3 bronze, 0 none".formatted(medal));
            }
        }
        if (!message.getMedals().isEmpty() && message.getRanking().isEmpty()) {
            problem("medals without a ranking of the event; say how it is ranked, or let units give the medals");
        }
    }
}
