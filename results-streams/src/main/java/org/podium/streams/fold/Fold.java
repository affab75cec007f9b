package org.podium.streams.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.podium.model.id.SourceId;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.RejectReason;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.Envelope;
import org.podium.streams.validate.Report;
import org.podium.streams.validate.Speaker;

/**
 * Takes events into the state of their unit: decides who may speak and in which order; what an event says then is the
 * business of {@link Application}.
 */
public final class Fold {

    private final Limits limits;
    private final Application application;

    public Fold(Limits limits) {
        this.limits = limits;
        this.application = new Application(limits);
    }

    /** Takes a definition: its source is in charge unless another one took over. */
    public void define(UnitState state, Definition definition) {
        UnitState.Charge charge = state.charge();
        if (charge.source() == null) {
            state.charge(new UnitState.Charge(
                    definition.source(), charge.term(), false, charge.deskSpeaker(), charge.deskTerm()));
        } else if (!charge.takenOver() && !definition.source().equals(charge.source())) {
            state.charge(charge.goesTo(definition.source(), false));
        }
    }

    /** Takes an event whose unit is defined. */
    public Taken take(UnitState state, Definition definition, Envelope envelope) {
        Speaker speaker = envelope.speaker();
        if (!speaker.desk()) {
            if (!envelope.venue().equals(definition.venue())) {
                return Taken.nothing(Report.rejected(
                        envelope,
                        RejectReason.WRONG_VENUE,
                        "venue %s about a unit that takes place at %s"
                                .formatted(envelope.venue(), definition.venue())));
            }
            if (!speaker.source().equals(state.charge().source())) {
                return envelope.event().getKind() == EventKind.TAKEOVER
                        ? takeOver(state, definition, envelope)
                        : notInCharge(state, envelope);
            }
        }
        return takeInTurn(state, definition, envelope);
    }

    private static Taken notInCharge(UnitState state, Envelope envelope) {
        return Taken.nothing(Report.rejected(
                envelope,
                RejectReason.NOT_IN_CHARGE,
                "%s is not in charge of the unit, %s is; send a TAKEOVER first"
                        .formatted(envelope.speaker(), state.charge().source())));
    }

    private Taken takeOver(UnitState state, Definition definition, Envelope envelope) {
        Speaker speaker = envelope.speaker();
        SourceLog before = state.sources().get(speaker);
        if (before != null && envelope.sequence() < before.next()) {
            return duplicate(envelope, before);
        }
        if (before == null && state.sources().size() >= limits.sources()) {
            return Taken.nothing(Report.rejected(
                    envelope,
                    RejectReason.NOT_IN_CHARGE,
                    "%s cannot take over: %d sources spoke about the unit already"
                            .formatted(speaker, limits.sources())));
        }
        List<Report> reports = new ArrayList<>();
        SourceId former = state.charge().source();
        if (former != null) {
            closeLog(state, definition, state.logOf(new Speaker(former, false)), reports);
        }
        state.charge(state.charge().goesTo(speaker.source(), true));
        // What it said before it was in charge does not count, so that nothing of it is missing.
        state.sources().put(speaker, new SourceLog(envelope.sequence() + 1));
        return new Taken(reports, Cause.of(envelope), false);
    }

    /** Folds what is held of a source that nothing more is expected of. */
    private void closeLog(UnitState state, Definition definition, SourceLog log, List<Report> reports) {
        while (!log.held().isEmpty()) {
            log.passOverGap();
            drain(state, definition, log, reports);
        }
        log.forgetGaps();
    }

    private Taken takeInTurn(UnitState state, Definition definition, Envelope envelope) {
        SourceLog log = state.sources().getOrDefault(envelope.speaker(), new SourceLog(1));
        long sequence = envelope.sequence();
        boolean late = log.isLost(sequence);
        if (log.isHeld(sequence) || (sequence < log.next() && !late)) {
            return duplicate(envelope, log);
        }
        if (sequence - log.next() > limits.gapWidth()) {
            return Taken.nothing(Report.rejected(
                    envelope,
                    RejectReason.GAP_TOO_WIDE,
                    "sequence %d of %s where %d comes next; an event may be at most %d ahead"
                            .formatted(sequence, envelope.speaker(), log.next(), limits.gapWidth())));
        }
        state.sources().put(envelope.speaker(), log);
        if (envelope.speaker().desk()) {
            state.charge(state.charge().deskSpeaks(envelope.speaker().source()));
        }
        int layer = state.charge().layerOf(envelope.speaker());
        List<Report> reports = new ArrayList<>();
        if (late) {
            log.found(sequence);
            application.apply(state, definition, log, new SourceLog.Held(layer, envelope), reports);
            return new Taken(reports, Cause.gapFilledBy(envelope), false);
        }
        if (sequence > log.next()) {
            hold(state, definition, log, new SourceLog.Held(layer, envelope), reports);
            return new Taken(reports, Cause.of(envelope), false);
        }
        boolean fills = !log.held().isEmpty();
        log.advance();
        application.apply(state, definition, log, new SourceLog.Held(layer, envelope), reports);
        drain(state, definition, log, reports);
        return new Taken(reports, fills ? Cause.gapFilledBy(envelope) : Cause.of(envelope), false);
    }

    private void hold(
            UnitState state, Definition definition, SourceLog log, SourceLog.Held event, List<Report> reports) {
        Envelope envelope = event.envelope();
        if (!log.hasGap()) {
            reports.add(Report.flagged(
                    envelope,
                    RejectReason.SEQUENCE_GAP,
                    "sequence %d of %s came before %d; the result is flagged until all that is missing comes"
                            .formatted(envelope.sequence(), envelope.speaker(), log.next())));
        }
        log.hold(event);
        while (log.held().size() > limits.heldEvents() || log.heldBytes() > limits.heldBytes()) {
            SourceLog.Range missing = log.passOverGap();
            reports.add(Report.flagged(
                    envelope,
                    RejectReason.GAP_TOO_WIDE,
                    "sequences %d to %d of %s are missing while more was held above them than is allowed (%d events, %d bytes); they are passed over, and the result is flagged until they come"
                            .formatted(
                                    missing.first(),
                                    missing.last(),
                                    envelope.speaker(),
                                    limits.heldEvents(),
                                    limits.heldBytes())));
            drain(state, definition, log, reports);
        }
    }

    private void drain(UnitState state, Definition definition, SourceLog log, List<Report> reports) {
        for (SourceLog.Held event = log.takeNext(); event != null; event = log.takeNext()) {
            application.apply(state, definition, log, event, reports);
        }
    }

    private static Taken duplicate(Envelope envelope, SourceLog log) {
        return Taken.repeated(Report.rejected(
                envelope,
                RejectReason.DUPLICATE_SEQUENCE,
                "sequence %d of %s was read before; %d comes next"
                        .formatted(envelope.sequence(), envelope.speaker(), log.next())));
    }

    /**
     * Takes an event as read without any effect, and drops what is held of its source, which may be what cannot be
     * borne. What is missing is still waited for.
     *
     * @param reason why it cannot have an effect
     */
    public Taken refuse(UnitState state, Envelope envelope, RejectReason reason, String sentence) {
        SourceLog log = state.logOf(envelope.speaker());
        List<Report> reports = new ArrayList<>();
        reports.add(Report.rejected(envelope, reason, sentence));
        log.held().forEach(held -> reports.add(Report.rejected(held.envelope(), reason, sentence)));
        log.dropHeldAnd(envelope.sequence());
        return new Taken(reports, Cause.of(envelope), false);
    }

    /** The unit as it is shown: with what is held as if nothing were missing. */
    public UnitView view(UnitState state, Definition definition) {
        UnitState shown = state;
        if (state.heldEvents() > 0) {
            shown = state.tentative();
            for (Map.Entry<Speaker, SourceLog> source : shown.sources().entrySet()) {
                for (SourceLog.Held event : List.copyOf(source.getValue().held())) {
                    application.apply(shown, definition, source.getValue(), event, new ArrayList<>());
                }
            }
        }
        return UnitView.of(shown, definition, state.anyHeeded(SourceLog::hasGap));
    }
}
