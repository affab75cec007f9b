package org.podium.streams.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.EventKey;
import org.podium.model.id.Rsc;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.Result;
import org.podium.model.wire.UnitDefinition;
import org.podium.streams.event.EventPlan;
import org.podium.streams.event.Outcome;
import org.podium.streams.fold.Cause;
import org.podium.streams.publish.EventContent;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.SourceRecord;

/**
 * Carries a change of one unit into the other units of its event, whose qualification marks or start lists it decides,
 * and into the event's own result. What it comes to was worked out before anything was stored.
 */
final class Consequences {

    private final Units units;
    private final Events events;
    private final EventResults results;
    private final Settling settling;
    private final Resettling resettling;
    private final Publisher publisher;

    Consequences(
            Units units,
            Events events,
            EventResults results,
            Settling settling,
            Resettling resettling,
            Publisher publisher) {
        this.units = units;
        this.events = events;
        this.results = results;
        this.settling = settling;
        this.resettling = resettling;
        this.publisher = publisher;
    }

    /**
     * After a unit was stored and published.
     *
     * @param result newly published; null when the world saw no difference in the unit itself
     * @param outcome what follows for the event now; null when nothing of it changes
     * @param origin the record behind it
     */
    void ofUnit(
            Definition definition,
            @Nullable Result result,
            @Nullable Outcome outcome,
            Cause cause,
            SourceRecord origin) {
        UnitKey unit = definition.unit();
        List<Result> published = new ArrayList<>();
        if (result != null) {
            published.add(result);
        }
        if (outcome != null) {
            Outcome before = events.outcome(unit.event());
            events.accept(unit.event(), outcome);
            published.addAll(spread(unit.event(), unit.rsc(), before, outcome, cause, origin));
        }
        if (outcome != null || result != null) {
            publish(
                    unit.event(),
                    names(unit.event(), definition.message()),
                    published,
                    outcome != null,
                    cause,
                    unit.rsc());
        }
    }

    /** After an event was defined, or its definition taken away. */
    void ofPlan(EventKey event, EventContent.Names names, Outcome before, Cause cause, SourceRecord origin) {
        Outcome outcome = events.outcome(event);
        List<Result> published = spread(event, null, before, outcome, cause, origin);
        publish(event, names, published, true, cause, null);
    }

    private void publish(
            EventKey event,
            EventContent.Names names,
            List<Result> published,
            boolean changed,
            Cause cause,
            @Nullable Rsc unit) {
        Cause ofEvent = unit == null ? cause : cause.elsewhere(cause.kind(), unit.value());
        results.take(event, names, published, events.outcome(event), changed, ofEvent)
                .ifPresent(result -> publisher.event(event, result));
    }

    private EventContent.Names names(EventKey event, UnitDefinition unit) {
        return events.plan(event)
                .map(EventPlan::message)
                .map(Consequences::names)
                .orElseGet(() -> new EventContent.Names(unit.getFeed(), unit.getDisciplineName(), unit.getEventName()));
    }

    static EventContent.Names names(EventDefinition event) {
        return new EventContent.Names(event.getFeed(), event.getDisciplineName(), event.getEventName());
    }

    /** Settles the units whose marks or start lists differ, but for the one that brought it about. */
    private List<Result> spread(
            EventKey event, @Nullable Rsc cameFrom, Outcome before, Outcome after, Cause cause, SourceRecord origin) {
        Set<Rsc> concerned = new LinkedHashSet<>(before.marks().keySet());
        concerned.addAll(before.fills().keySet());
        concerned.addAll(after.marks().keySet());
        concerned.addAll(after.fills().keySet());
        List<Result> published = new ArrayList<>();
        concerned.stream().filter(rsc -> !rsc.equals(cameFrom)).sorted().forEach(rsc -> {
            boolean drawn = !before.fillsOf(rsc).equals(after.fillsOf(rsc));
            if (drawn || !before.marksOf(rsc).equals(after.marksOf(rsc))) {
                Cause here = cameFrom == null
                        ? cause
                        : cause.elsewhere(drawn ? ChangeKind.PROGRESSION : ChangeKind.QUALIFICATION, cameFrom.value());
                settle(new UnitKey(event.competition(), rsc), here, origin).ifPresent(published::add);
            }
        });
        return published;
    }

    private Optional<Result> settle(UnitKey key, Cause cause, SourceRecord origin) {
        Unit unit = units.get(key);
        if (unit.definition().isEmpty()) {
            return Optional.empty();
        }
        Definition definition = unit.definition().get();
        if (unit.state().published().version() == 0
                && events.drawn(definition, unit.state()).drawn().isEmpty()) {
            return Optional.empty();
        }
        settling.recall(unit);
        return resettling.settle(definition, unit, cause, origin);
    }
}
