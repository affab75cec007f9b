package org.podium.streams.topology;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.ResultStatus;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.Fold;
import org.podium.streams.fold.Taken;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.Envelope;
import org.podium.streams.validate.Report;

/**
 * Takes venue events into their units, one by one; or those that were read together, of which a mark of a live unit
 * that another mark of it follows is not published: the next version stands for both, and says so. Readers lose nothing
 * by it, as the one would have become readable with the other, in the same commit.
 *
 * <pre>
 *   read together ──► mark of a live unit, and its next event is one ──► taken, ranked, counted ──┐
 *                └──► anything else ──► taken, ranked, stored and published ◄── with its next ────┘
 * </pre>
 *
 * <p>Each has the number that it would have if it had been read alone, so that versions follow from the events alone.
 */
final class EventIntake {

    private final Fold fold;
    private final Units units;
    private final Events events;
    private final ParkingLot parking;
    private final Settling settling;
    private final Effects effects;
    private final Publisher publisher;
    private final TopologyMetrics metrics;
    private final TopologyMetrics.Task measured;
    private final boolean repeatOnDuplicate;

    EventIntake(
            Fold fold,
            Units units,
            Events events,
            ParkingLot parking,
            Settling settling,
            Effects effects,
            Publisher publisher,
            TopologyMetrics metrics,
            TopologyMetrics.Task measured,
            boolean repeatOnDuplicate) {
        this.fold = fold;
        this.units = units;
        this.events = events;
        this.parking = parking;
        this.settling = settling;
        this.effects = effects;
        this.publisher = publisher;
        this.metrics = metrics;
        this.measured = measured;
        this.repeatOnDuplicate = repeatOnDuplicate;
    }

    /** Takes an event whose sender and address are right. */
    void take(Envelope envelope) {
        take(envelope, List.of());
    }

    /** @param waiting events of its unit before it that were taken and not stored */
    private void take(Envelope envelope, List<Envelope> waiting) {
        Unit unit = recalled(envelope.unit());
        if (unit.definition().isPresent()) {
            take(unit, unit.definition().get(), envelope, waiting);
        } else if (parking.park(envelope.unit(), envelope.origin())) {
            measured.parked(parking.size());
            publisher.report(Report.parked(
                    envelope,
                    RejectReason.NO_DEFINITION,
                    "unit %s has no definition yet; the event is applied when the organiser publishes it"
                            .formatted(envelope.unit())));
        } else {
            publisher.report(Report.rejected(
                    envelope,
                    RejectReason.PARKING_FULL,
                    "unit %s has no definition, and no room is left for events that wait for one; publish the definition and send the event again"
                            .formatted(envelope.unit())));
        }
    }

    private Unit recalled(UnitKey key) {
        Unit unit = units.get(key);
        settling.recall(unit);
        return unit;
    }

    private void take(Unit unit, Definition definition, Envelope envelope, List<Envelope> waiting) {
        Taken taken = fold.take(unit.state(), events.drawn(definition, unit.state()), envelope);
        Cause cause = taken.cause();
        if (cause != null) {
            conclude(
                    settling.after(unit, definition, cause),
                    new Turn(unit, definition, envelope, waiting, taken.reports(), cause));
            return;
        }
        taken.reports().forEach(publisher::report);
        if (!waiting.isEmpty()) {
            takeUp(unit, definition, waiting);
        }
        if (taken.duplicate() && repeatOnDuplicate) {
            repeat(unit, definition);
        }
    }

    /** Stores and publishes what waited for an event that nothing came of. */
    private void takeUp(Unit unit, Definition definition, List<Envelope> waiting) {
        Envelope last = waiting.getLast();
        Cause cause = Cause.of(last);
        conclude(
                settling.after(unit, definition, cause),
                new Turn(unit, definition, last, waiting.subList(0, waiting.size() - 1), List.of(), cause));
    }

    /**
     * An event that was taken into its unit.
     *
     * @param waiting those before it that were, too, and are settled with it
     */
    private record Turn(
            Unit unit,
            Definition definition,
            Envelope envelope,
            List<Envelope> waiting,
            List<Report> reports,
            Cause cause) {

        @SuppressWarnings("ReferenceEquality") // The event's own record, not one like it.
        boolean accepted() {
            return reports.stream()
                    .noneMatch(report ->
                            report.disposition() != Disposition.FLAGGED && report.origin() == envelope.origin());
        }
    }

    /** Stores and publishes what an event made of its unit; or, when that cannot be borne, that it has no effect. */
    private void conclude(Settlement settlement, Turn turn) {
        switch (settlement) {
            case Settlement.Borne borne -> {
                turn.reports().forEach(publisher::report);
                turn.waiting().forEach(each -> metrics.accepted());
                if (turn.accepted()) {
                    metrics.accepted();
                }
                effects.carryOut(
                        turn.definition(),
                        turn.unit(),
                        borne,
                        turn.cause(),
                        turn.envelope().origin());
            }
            case Settlement.Unbearable(RejectReason reason, String sentence) -> {
                if (turn.waiting().isEmpty()) {
                    refuse(turn.definition(), turn.envelope(), reason, sentence);
                } else {
                    units.reload(turn.definition().unit());
                    turn.waiting().forEach(this::take);
                    take(turn.envelope());
                }
            }
        }
    }

    private void refuse(Definition definition, Envelope envelope, RejectReason reason, String sentence) {
        Unit before = units.reload(definition.unit());
        settling.recall(before);
        Taken refused = fold.refuse(before.state(), envelope, reason, sentence);
        Cause cause = Objects.requireNonNull(refused.cause());
        switch (settling.after(before, definition, cause)) {
            case Settlement.Borne borne -> {
                refused.reports().forEach(publisher::report);
                effects.carryOut(definition, before, borne, cause, envelope.origin());
            }
            case Settlement.Unbearable ignored -> {
                // Not even that it was refused can be noted: the unit stays as it was.
                units.reload(definition.unit());
                publisher.report(Report.rejected(envelope, reason, sentence));
            }
        }
    }

    /** Sends the newest result again. */
    private void repeat(Unit unit, Definition definition) {
        Settlement.Publication newest = settling.newest(unit, definition);
        if (newest != null) {
            publisher.again(definition.unit(), newest);
        }
    }

    /** Takes events that were read together, in their order. */
    void takeTogether(List<Envelope> together) {
        units.keepAll(true);
        Map<UnitKey, Waiting> waiting = new HashMap<>();
        BitSet beforeMarks = beforeMarks(together);
        for (int i = 0; i < together.size(); i++) {
            Envelope envelope = together.get(i);
            Waiting before = waitingStill(waiting.remove(envelope.unit()));
            if (beforeMarks.get(i) && isMark(envelope) && isLive(units.get(envelope.unit()))) {
                Waiting now = takeBeforeNext(envelope, before);
                if (now != null) {
                    waiting.put(envelope.unit(), now);
                }
            } else {
                take(envelope, before.envelopes());
            }
        }
        units.keepAll(false);
    }

    /** Which of them are followed by a mark of their unit. */
    private static BitSet beforeMarks(List<Envelope> together) {
        BitSet found = new BitSet(together.size());
        Map<UnitKey, Boolean> nextIsMark = new HashMap<>();
        for (int i = together.size() - 1; i >= 0; i--) {
            Envelope envelope = together.get(i);
            found.set(i, Boolean.TRUE.equals(nextIsMark.put(envelope.unit(), isMark(envelope))));
        }
        return found;
    }

    private static boolean isMark(Envelope envelope) {
        return envelope.event().getKind() == EventKind.MARK && envelope.event().getAmends() == null;
    }

    /** Of a unit that is live the world sees what marks make of itself, and nothing that follows from its ranks. */
    private boolean isLive(Unit unit) {
        settling.recall(unit);
        return unit.definition().isPresent() && unit.lines().isShownAs(ResultStatus.LIVE);
    }

    /** Events that were taken into a unit and are not stored yet. */
    private record Waiting(@Nullable Unit unit, List<Envelope> envelopes) {

        static final Waiting NOTHING = new Waiting(null, List.of());
    }

    /**
     * What still waits: not what another unit's event had stored, nor what one had thrown away, which is taken again.
     */
    @SuppressWarnings("ReferenceEquality") // One that was read from the stores again lacks what waited.
    private Waiting waitingStill(@Nullable Waiting before) {
        if (before == null) {
            return Waiting.NOTHING;
        }
        if (units.get(before.envelopes().getLast().unit()) != before.unit()) {
            before.envelopes().forEach(this::take);
            return Waiting.NOTHING;
        }
        if (!before.unit().unsaid().waits()) {
            before.envelopes().forEach(stored -> metrics.accepted());
            return Waiting.NOTHING;
        }
        return before;
    }

    /** Null when nothing waits, as what was taken is stored. */
    private @Nullable Waiting takeBeforeNext(Envelope envelope, Waiting before) {
        Unit unit = units.get(envelope.unit());
        Definition definition = unit.definition().orElseThrow();
        Taken taken = fold.take(unit.state(), events.drawn(definition, unit.state()), envelope);
        Cause cause = taken.cause();
        if (cause == null) {
            taken.reports().forEach(publisher::report);
            return before.envelopes().isEmpty() ? null : before;
        }
        // What is reported may not have happened when all is taken again, one by one.
        Settlement settlement = taken.reports().isEmpty()
                ? settling.beforeNext(unit, definition, cause)
                : settling.after(unit, definition, cause);
        if (settlement != null) {
            conclude(settlement, new Turn(unit, definition, envelope, before.envelopes(), taken.reports(), cause));
            return null;
        }
        List<Envelope> envelopes = new ArrayList<>(before.envelopes());
        envelopes.add(envelope);
        return new Waiting(unit, envelopes);
    }
}
