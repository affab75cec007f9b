package org.podium.streams.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.EventKey;
import org.podium.model.id.Rsc;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.Decoded;
import org.podium.model.wire.EventDefinition;
import org.podium.streams.event.Evaluation;
import org.podium.streams.event.EventDefinitionCheck;
import org.podium.streams.event.EventPlan;
import org.podium.streams.event.Fill;
import org.podium.streams.event.Outcome;
import org.podium.streams.event.UnitStanding;
import org.podium.streams.fold.Fold;
import org.podium.streams.fold.UnitState;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.SourceRecord;

/**
 * The events of one task: their definitions in a store, and in memory what follows for them now. That is worked out
 * again from the units' states when an event is first asked for, so that nothing of it is stored; and after that only
 * when a unit changes in something that its event sees.
 */
final class Events {

    /** Events in memory; more than are on at the same time at any Games. */
    private static final int REMEMBERED = 256;

    private final KeyValueStore<String, byte[]> definitions;
    private final PatientReader<EventDefinition> reader;
    private final Units units;
    private final Fold fold;
    private final Map<EventKey, Live> live = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EventKey, Live> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** An event in memory. */
    private record Live(Optional<EventPlan> plan, Outcome outcome) {

        static final Live UNPLANNED = new Live(Optional.empty(), Outcome.NONE);
    }

    Events(KeyValueStore<String, byte[]> definitions, PatientReader<EventDefinition> reader, Units units, Fold fold) {
        this.definitions = definitions;
        this.reader = reader;
        this.units = units;
        this.fold = fold;
    }

    /** How the event is organised; empty when nobody said. */
    Optional<EventPlan> plan(EventKey event) {
        return get(event).plan();
    }

    /** What follows for the event now. */
    Outcome outcome(EventKey event) {
        return get(event).outcome();
    }

    /** The definition of a unit with those on its start list whom other units put there. */
    Definition drawn(Definition definition, UnitState state) {
        return drawn(
                definition,
                state,
                outcome(definition.unit().event()).fillsOf(definition.unit().rsc()));
    }

    static Definition drawn(Definition definition, UnitState state, List<Fill> fills) {
        return fills.isEmpty() || state.slots().haveStartList()
                ? definition
                : definition.drawing(Fill.starters(fills, state.slots()::speakOf));
    }

    /**
     * What follows for the event when a unit has come to this; what followed before, the same object, when the event
     * sees no difference.
     *
     * @throws ArithmeticException when marks cannot be added up
     */
    Outcome after(UnitKey unit, Worked worked) {
        Live event = get(unit.event());
        if (event.plan().isEmpty() || !event.plan().get().units().contains(unit.rsc())) {
            return event.outcome();
        }
        UnitStanding standing = worked.standing();
        return standing.equals(event.outcome().standings().get(unit.rsc()))
                ? event.outcome()
                : evaluate(event.plan().get(), event.outcome(), unit.rsc(), Optional.of(standing));
    }

    /** What follows for the event when a unit is not defined any more; empty when it is no unit of a phase. */
    Optional<Outcome> without(UnitKey unit) {
        Live event = get(unit.event());
        return event.plan()
                .filter(plan -> event.outcome().standings().containsKey(unit.rsc()))
                .map(plan -> evaluate(plan, event.outcome(), unit.rsc(), Optional.empty()));
    }

    /** What follows for an event that is organised like this; nothing is remembered of it yet. */
    Outcome planned(EventPlan plan) {
        return evaluate(plan, Outcome.NONE, null, Optional.empty());
    }

    /** Takes what follows from now on. */
    void accept(EventKey event, Outcome outcome) {
        live.put(event, new Live(get(event).plan(), outcome));
    }

    /** Takes a definition as it was read, and what follows from it. */
    void define(EventPlan plan, Outcome outcome, SourceRecord origin) {
        definitions.put(plan.event().toString(), Objects.requireNonNull(origin.value()));
        live.put(plan.event(), new Live(Optional.of(plan), outcome));
    }

    /** Forgets a definition. */
    void undefine(EventKey event) {
        definitions.delete(event.toString());
        live.put(event, Live.UNPLANNED);
    }

    private Live get(EventKey event) {
        Live known = live.get(event);
        if (known != null) {
            return known;
        }
        Live loaded = load(event);
        live.put(event, loaded);
        return loaded;
    }

    private Live load(EventKey event) {
        byte @Nullable [] definition = definitions.get(event.toString());
        if (definition == null) {
            return Live.UNPLANNED;
        }
        return reader.read(definition, "definition of " + event)
                        instanceof Decoded.Message<EventDefinition>(var message)
                ? EventDefinitionCheck.again(message)
                        .map(plan -> new Live(Optional.of(plan), planned(plan)))
                        .orElse(Live.UNPLANNED)
                : Live.UNPLANNED;
    }

    private Outcome evaluate(EventPlan plan, Outcome before, @Nullable Rsc changed, Optional<UnitStanding> now) {
        return Evaluation.of(plan, (rsc, fills) -> {
            if (rsc.equals(changed)) {
                return now;
            }
            UnitStanding known = before.standings().get(rsc);
            return known != null && before.fillsOf(rsc).equals(fills)
                    ? Optional.of(known)
                    : standing(new UnitKey(plan.event().competition(), rsc), fills);
        });
    }

    private Optional<UnitStanding> standing(UnitKey key, List<Fill> fills) {
        Unit unit = units.get(key);
        return unit.definition()
                .map(definition -> Worked.of(fold, unit, drawn(definition, unit.state(), fills))
                        .standing());
    }
}
