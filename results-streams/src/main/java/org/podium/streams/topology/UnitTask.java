package org.podium.streams.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.Decoded;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.event.EventDefinitionCheck;
import org.podium.streams.event.Outcome;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.Fold;
import org.podium.streams.fold.UnitState;
import org.podium.streams.records.RecordListCheck;
import org.podium.streams.validate.Checked;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.DefinitionCheck;
import org.podium.streams.validate.Envelope;
import org.podium.streams.validate.EnvelopeCheck;
import org.podium.streams.validate.Origins;
import org.podium.streams.validate.Placement;
import org.podium.streams.validate.Report;
import org.podium.streams.validate.SourceRecord;

/**
 * The units of one partition: reads a record, takes it into the state of its unit, and forwards the result if the world
 * sees a difference, what follows from it for the event, and a report on what was not taken as it was. Everything is
 * decided before anything is stored or forwarded, so that an event that cannot be borne leaves no trace but its report.
 */
final class UnitTask {

    private final ProcessorContext<String, Emission> context;
    private final UnitStage.Supplier shared;
    private final Fold fold;
    private final EnvelopeCheck envelopes;
    private final DefinitionCheck definitions;
    private final Units units;
    private final ParkingLot parking;
    private final Events events;
    private final Settling settling;
    private final Publisher publisher;
    private final Consequences consequences;
    private final PlanIntake plans;
    private final RecordSpread spread;
    private final Effects effects;
    private final EventIntake intake;
    private final TopologyMetrics.Task measured;

    UnitTask(ProcessorContext<String, Emission> context, UnitStage.Supplier shared) {
        this.context = context;
        this.shared = shared;
        TopologySettings settings = shared.settings;
        this.fold = new Fold(settings.limits());
        Placement placement = new Placement(settings.feed(), settings.partitions());
        this.envelopes = new EnvelopeCheck(new Origins(settings.topics()), placement);
        this.definitions = new DefinitionCheck(placement, settings.catalogue());
        this.units = new Units(
                store(StateStores.DEFINITIONS),
                store(StateStores.UNITS),
                definitions,
                shared.definitions,
                shared.events,
                settings.decodedBytes());
        this.parking = new ParkingLot(store(StateStores.PARKED), settings.parking());
        this.events = new Events(store(StateStores.EVENT_DEFINITIONS), shared.eventDefinitions, units, fold);
        int mostBytes = settings.limits().unitBytes();
        RecordKeeping records = new RecordKeeping(store(StateStores.RECORDS), shared.records);
        this.settling = new Settling(fold, units, events, records, shared.results, shared.eventResults, mostBytes);
        this.publisher = new Publisher(context, shared.metrics);
        Resettling resettling = new Resettling(units, settling, publisher);
        this.consequences = new Consequences(
                units, events, new EventResults(store(StateStores.EVENTS)), settling, resettling, publisher);
        this.plans = new PlanIntake(
                shared.eventDefinitions,
                new EventDefinitionCheck(placement),
                events,
                settling,
                consequences,
                publisher,
                mostBytes);
        this.spread = new RecordSpread(
                units, records, new RecordListCheck(placement), shared.records, settling, resettling, publisher);
        this.measured = shared.metrics.task(context.taskId());
        measured.parked(parking.size());
        this.effects = new Effects(units, publisher, spread, consequences, measured);
        this.intake = new EventIntake(
                fold,
                units,
                events,
                parking,
                settling,
                effects,
                publisher,
                shared.metrics,
                measured,
                settings.repeatOnDuplicate());
    }

    private KeyValueStore<String, byte[]> store(String name) {
        return context.getStateStore(name);
    }

    /** Takes a record of any topic that is read. */
    void take(SourceRecord record) {
        if (record.topic().equals(TopicCatalogue.REFERENCE_EVENTS.name())) {
            plans.take(record);
        } else if (record.topic().equals(TopicCatalogue.REFERENCE_RECORDS.name())) {
            spread.takeList(record);
        } else if (!record.topic().equals(TopicCatalogue.REFERENCE_UNITS.name())) {
            readEvent(record).ifPresent(intake::take);
        } else if (record.value() == null) {
            undefine(record);
        } else {
            readDefinition(record);
        }
    }

    /** Takes records of venues that were read together, in their order. */
    void takeTogether(List<SourceRecord> records) {
        intake.takeTogether(
                records.stream().map(this::readEvent).flatMap(Optional::stream).toList());
    }

    private Optional<Envelope> readEvent(SourceRecord record) {
        return switch (shared.events.read(record.value(), record.position())) {
            case Decoded.Failure<VenueEvent> failure -> {
                report(Rejects.undecodable(record, failure));
                yield Optional.empty();
            }
            case Decoded.Message<VenueEvent>(VenueEvent event) ->
                switch (envelopes.check(event, record)) {
                    case Checked.Refused<Envelope>(RejectReason reason, String sentence) -> {
                        report(new Report(Disposition.REJECTED, reason, sentence, record, event));
                        yield Optional.empty();
                    }
                    case Checked.Accepted<Envelope>(Envelope envelope) -> Optional.of(envelope);
                };
        };
    }

    private void readDefinition(SourceRecord record) {
        switch (shared.definitions.read(record.value(), record.position())) {
            case Decoded.Failure<UnitDefinition> failure -> report(Rejects.undecodable(record, failure));
            case Decoded.Message<UnitDefinition>(UnitDefinition message) -> {
                switch (definitions.check(message, record)) {
                    case Checked.Refused<Definition>(RejectReason reason, String sentence) ->
                        report(new Report(Disposition.REJECTED, reason, sentence, record, null));
                    case Checked.Accepted<Definition>(Definition definition) -> define(definition, record);
                }
            }
        }
    }

    private void define(Definition definition, SourceRecord origin) {
        UnitKey key = definition.unit();
        Unit unit = units.get(key);
        settling.recall(unit);
        UnitState state = unit.state();
        fold.define(state, definition);
        Cause cause = Cause.ofDefinition(Instant.ofEpochMilli(origin.timestamp()));
        boolean unsaid = state.published().version() == 0
                && events.drawn(definition, state).drawn().isEmpty();
        Settlement settlement =
                unsaid ? settling.unsaid(unit, definition, cause) : settling.after(unit, definition, cause);
        switch (settlement) {
            case Settlement.Borne borne -> {
                Unit defined = units.define(definition, unit, origin);
                effects.carryOut(definition, defined, borne, cause, origin);
                release(key);
            }
            case Settlement.Unbearable(RejectReason ignored, String sentence) -> {
                units.reload(key);
                report(new Report(Disposition.REJECTED, RejectReason.INVALID_DEFINITION, sentence, origin, null));
            }
        }
    }

    private void release(UnitKey unit) {
        List<SourceRecord> waiting = parking.release(unit);
        measured.parked(parking.size());
        waiting.forEach(record -> readEvent(record).ifPresent(intake::take));
    }

    private void undefine(SourceRecord record) {
        byte @Nullable [] key = record.key();
        UnitKey unit;
        try {
            unit = UnitKey.parse(new String(Objects.requireNonNullElse(key, new byte[0]), StandardCharsets.UTF_8));
        } catch (InvalidIdException e) {
            report(Rejects.undefinable(record, e));
            return;
        }
        Optional<Definition> definition = units.get(unit).definition();
        units.undefine(unit);
        spread.afterRemoval(unit, Cause.ofRecords(Instant.ofEpochMilli(record.timestamp())), record);
        if (definition.isPresent()) {
            Optional<Outcome> after = events.without(unit);
            Cause cause = Cause.ofDefinition(Instant.ofEpochMilli(record.timestamp()));
            consequences.ofUnit(definition.get(), null, after.orElse(null), cause, record);
        }
    }

    private void report(Report report) {
        publisher.report(report);
    }

    void close() {
        measured.close();
    }
}
