package org.podium.streams.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.SourceId;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.Decoded;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.Fold;
import org.podium.streams.fold.Taken;
import org.podium.streams.fold.UnitState;
import org.podium.streams.publish.Content;
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
    private final Medallists medallists;
    private final TopologyMetrics.Task measured;

    UnitTask(ProcessorContext<String, Emission> context, UnitStage.Supplier shared) {
        this.context = context;
        this.shared = shared;
        TopologySettings settings = shared.settings;
        this.fold = new Fold(settings.limits());
        Placement placement = new Placement(settings.feed(), settings.partitions());
        this.envelopes = new EnvelopeCheck(new Origins(settings.topics()), placement);
        this.definitions = new DefinitionCheck(placement);
        this.units = new Units(
                store(Stores.DEFINITIONS),
                store(Stores.UNITS),
                shared.definitions,
                shared.events,
                settings.cachedUnits());
        this.parking = new ParkingLot(store(Stores.PARKED), settings.parking());
        this.medallists = new Medallists(store(Stores.EVENTS));
        this.measured = shared.metrics.task(context.taskId());
        measured.parked(parking.size());
    }

    private KeyValueStore<String, byte[]> store(String name) {
        return context.getStateStore(name);
    }

    /** Takes a record of any topic that is read. */
    void take(SourceRecord record) {
        if (!record.topic().equals(TopicCatalogue.REFERENCE_UNITS.name())) {
            readEvent(record);
        } else if (record.value() == null) {
            undefine(record);
        } else {
            readDefinition(record);
        }
    }

    private void readEvent(SourceRecord record) {
        switch (shared.events.read(record.value(), record.position())) {
            case Decoded.Failure<VenueEvent> failure -> report(undecodable(record, failure));
            case Decoded.Message<VenueEvent>(VenueEvent event) -> {
                switch (envelopes.check(event, record)) {
                    case Checked.Refused<Envelope>(RejectReason reason, String sentence) ->
                        report(new Report(Disposition.REJECTED, reason, sentence, record, event));
                    case Checked.Accepted<Envelope>(Envelope envelope) -> take(envelope);
                }
            }
        }
    }

    private void readDefinition(SourceRecord record) {
        switch (shared.definitions.read(record.value(), record.position())) {
            case Decoded.Failure<UnitDefinition> failure -> report(undecodable(record, failure));
            case Decoded.Message<UnitDefinition>(UnitDefinition message) -> {
                switch (definitions.check(message, record)) {
                    case Checked.Refused<Definition>(RejectReason reason, String sentence) ->
                        report(new Report(Disposition.REJECTED, reason, sentence, record, null));
                    case Checked.Accepted<Definition>(Definition definition) -> define(definition, record);
                }
            }
        }
    }

    private static Report undecodable(SourceRecord record, Decoded.Failure<?> failure) {
        RejectReason reason = switch (failure.reason()) {
            case NOT_AVRO -> RejectReason.NOT_AVRO;
            case UNKNOWN_SCHEMA -> RejectReason.UNKNOWN_SCHEMA;
            case WRONG_RECORD_TYPE -> RejectReason.WRONG_RECORD_TYPE;
        };
        return new Report(Disposition.REJECTED, reason, failure.sentence(), record, null);
    }

    private void take(Envelope envelope) {
        Unit unit = units.get(envelope.unit());
        if (unit.definition().isPresent()) {
            take(unit.state(), unit.definition().get(), envelope);
        } else if (parking.park(envelope.unit(), envelope.origin())) {
            measured.parked(parking.size());
            report(Report.parked(
                    envelope,
                    RejectReason.NO_DEFINITION,
                    "unit %s has no definition yet; the event is applied when the organiser publishes it"
                            .formatted(envelope.unit())));
        } else {
            report(Report.rejected(
                    envelope,
                    RejectReason.PARKING_FULL,
                    "unit %s has no definition, and no room is left for events that wait for one; publish the definition and send the event again"
                            .formatted(envelope.unit())));
        }
    }

    private void take(UnitState state, Definition definition, Envelope envelope) {
        Taken taken = fold.take(state, definition, envelope);
        if (taken.cause() != null) {
            settle(state, definition, envelope, taken);
            return;
        }
        taken.reports().forEach(this::report);
        if (taken.duplicate() && shared.settings.repeatOnDuplicate()) {
            repeat(state, definition);
        }
    }

    /** Stores and publishes what an event made of its unit; or, when that cannot be borne, that it has no effect. */
    private void settle(UnitState state, Definition definition, Envelope envelope, Taken taken) {
        Outcome outcome = outcome(state, definition, Objects.requireNonNull(taken.cause()));
        if (outcome.refusal() == null) {
            taken.reports().forEach(this::report);
            carryOut(definition, outcome);
            return;
        }
        UnitState before = units.reload(definition.unit()).state();
        Taken refused = fold.refuse(
                before, envelope, outcome.refusal().reason(), outcome.refusal().sentence());
        refused.reports().forEach(this::report);
        carryOut(definition, outcome(before, definition, Objects.requireNonNull(refused.cause())));
    }

    /**
     * What is to be stored and published.
     *
     * @param result null when the world sees no difference
     * @param refusal why the state cannot be borne; null when it can
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Outcome(
            byte[] state,
            @Nullable Result result,
            byte @Nullable [] encoded,
            @Nullable Refusal refusal) {

        static Outcome refused(RejectReason reason, String sentence) {
            return new Outcome(new byte[0], null, null, new Refusal(reason, sentence));
        }
    }

    private record Refusal(RejectReason reason, String sentence) {}

    private Outcome outcome(UnitState state, Definition definition, Cause cause) {
        Content content;
        try {
            content = Content.of(definition, fold.view(state, definition), sourceOf(state, definition));
        } catch (ArithmeticException e) {
            return Outcome.refused(
                    RejectReason.IMPLAUSIBLE_MARK,
                    "with it the unit's marks cannot be added up (%s); check the value".formatted(e.getMessage()));
        }
        byte[] digest = content.digest();
        Result result = null;
        byte[] encoded = null;
        if (!Arrays.equals(digest, state.published().digest())) {
            state.published(digest, cause);
            result = content.version(state.published().version(), cause);
            encoded = shared.results.encode(result);
        }
        byte[] stored = units.encode(state);
        int limit = shared.settings.limits().unitBytes();
        if (stored.length > limit || (encoded != null && encoded.length > limit)) {
            return Outcome.refused(
                    RejectReason.TOO_LARGE,
                    "with it the unit's state is %d bytes and its result %d, where %d are allowed; send less about the unit"
                            .formatted(stored.length, encoded == null ? 0 : encoded.length, limit));
        }
        return new Outcome(stored, result, encoded, null);
    }

    private static SourceId sourceOf(UnitState state, Definition definition) {
        return Objects.requireNonNullElse(state.charge().source(), definition.source());
    }

    private void carryOut(Definition definition, Outcome outcome) {
        units.store(definition.unit(), outcome.state());
        if (outcome.result() != null && outcome.encoded() != null) {
            publish(definition.unit(), outcome.result(), outcome.encoded());
        }
    }

    private void publish(UnitKey unit, Result result, byte[] encoded) {
        long timestamp = result.getTakenAt().toEpochMilli();
        context.forward(new Record<>(unit.toString(), new Emission.OfResult(encoded), timestamp));
        shared.metrics.published(result.getTakenAt());
        medallists
                .replace(unit.event(), result)
                .ifPresent(event ->
                        context.forward(new Record<>(unit.event().toString(), new Emission.OfEvent(event), timestamp)));
    }

    /** Sends the newest result again. */
    private void repeat(UnitState state, Definition definition) {
        Cause cause = state.published().cause();
        if (cause == null) {
            return;
        }
        Content content = Content.of(definition, fold.view(state, definition), sourceOf(state, definition));
        Result result = content.version(state.published().version(), cause);
        context.forward(new Record<>(
                definition.unit().toString(),
                new Emission.OfResult(shared.results.encode(result)),
                cause.takenAt().toEpochMilli()));
    }

    private void define(Definition definition, SourceRecord origin) {
        UnitKey key = definition.unit();
        UnitState state = units.define(key, definition, origin).state();
        fold.define(state, definition);
        if (state.published().version() == 0) {
            // Nothing was said about the unit yet: the schedule has it from its definition.
            units.store(key, units.encode(state));
        } else {
            redefine(state, definition, origin);
        }
        List<SourceRecord> waiting = parking.release(key);
        measured.parked(parking.size());
        waiting.forEach(this::readEvent);
    }

    private void redefine(UnitState state, Definition definition, SourceRecord origin) {
        Outcome outcome = outcome(state, definition, Cause.ofDefinition(Instant.ofEpochMilli(origin.timestamp())));
        if (outcome.refusal() != null) {
            throw new IllegalStateException("The new definition of %s cannot be borne: %s"
                    .formatted(definition.unit(), outcome.refusal().sentence()));
        }
        carryOut(definition, outcome);
    }

    private void undefine(SourceRecord record) {
        byte @Nullable [] key = record.key();
        try {
            units.undefine(
                    UnitKey.parse(new String(Objects.requireNonNullElse(key, new byte[0]), StandardCharsets.UTF_8)));
        } catch (InvalidIdException e) {
            report(new Report(
                    Disposition.REJECTED,
                    RejectReason.WRONG_KEY,
                    "a definition is to be removed whose key is none: " + e.getMessage(),
                    record,
                    null));
        }
    }

    private void report(Report report) {
        shared.metrics.reported(report.disposition(), report.reason());
        context.forward(new Record<>(
                Rejects.keyOf(report),
                new Emission.OfReject(Rejects.of(report)),
                report.origin().timestamp()));
    }

    void close() {
        measured.close();
    }
}
