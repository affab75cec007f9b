package org.podium.streams.fold;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.rank.Refusal;
import org.podium.streams.validate.Checked;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.Envelope;
import org.podium.streams.validate.Payload;
import org.podium.streams.validate.PayloadCheck;
import org.podium.streams.validate.Report;
import org.podium.streams.validate.StatusTransitions;

/**
 * Applies one event whose turn it is. An event that may not have an effect is reported and changes nothing but what was
 * read of its source.
 */
final class Application {

    private final Limits limits;

    Application(Limits limits) {
        this.limits = limits;
    }

    void apply(UnitState state, Definition definition, SourceLog log, SourceLog.Held turn, List<Report> reports) {
        Envelope envelope = turn.envelope();
        Optional<Checked.Refused<?>> refused = switch (envelope.event().getKind()) {
            case NOTICE -> Optional.of(notice(envelope.event()));
            case TAKEOVER -> takeover(envelope);
            case WITHDRAWAL -> withdraw(state, turn);
            case UNKNOWN, START_LIST, SCHEDULE_STATUS, RESULT_STATUS, MARK, IRM ->
                say(state, definition, turn, reports);
        };
        if (refused.isPresent()) {
            reports.add(Report.rejected(
                    envelope, refused.get().reason(), refused.get().sentence()));
            return;
        }
        boolean suspect = !envelope.replayed()
                && Duration.between(envelope.venueTime(), envelope.takenAt())
                                .abs()
                                .compareTo(limits.clockTolerance())
                        > 0;
        log.clockSuspect(suspect);
        if (suspect) {
            reports.add(Report.flagged(
                    envelope,
                    RejectReason.CLOCK_SUSPECT,
                    "venue time %s, taken by the agent at %s: more than %d min apart; set the venue's clock"
                            .formatted(
                                    envelope.venueTime(),
                                    envelope.takenAt(),
                                    limits.clockTolerance().toMinutes())));
        }
    }

    private static Checked.Refused<?> notice(VenueEvent event) {
        if (event.getNotice() == null) {
            return new Checked.Refused<>(RejectReason.MALFORMED, "NOTICE without the field notice that it is about");
        }
        String code = event.getNotice().getCode();
        return new Checked.Refused<>(
                code.equals(RejectReason.TOO_LARGE.name()) ? RejectReason.TOO_LARGE : RejectReason.NOTICE,
                "the agent could not send the event (%s, %d bytes): %s"
                        .formatted(
                                code,
                                event.getNotice().getSizeBytes(),
                                event.getNotice().getText()));
    }

    private static Optional<Checked.Refused<?>> takeover(Envelope envelope) {
        return envelope.speaker().desk() || envelope.event().getAmends() != null
                ? refused(
                        RejectReason.MALFORMED,
                        "a TAKEOVER amends nothing, and the desk takes nothing over: it may always speak")
                : Optional.empty();
    }

    private Optional<Checked.Refused<?>> withdraw(UnitState state, SourceLog.Held turn) {
        Optional<Checked.Refused<?>> refused = checkAmendment(turn.envelope());
        if (refused.isEmpty()) {
            amend(state, turn, null);
        }
        return refused;
    }

    private Optional<Checked.Refused<?>> say(
            UnitState state, Definition definition, SourceLog.Held turn, List<Report> reports) {
        Payload payload;
        switch (PayloadCheck.check(turn.envelope().event())) {
            case Checked.Refused<Payload> refused -> {
                return Optional.of(refused);
            }
            case Checked.Accepted<Payload>(Payload accepted) -> payload = accepted;
        }
        boolean amends = turn.envelope().event().getAmends() != null;
        Optional<Checked.Refused<?>> refused =
                amends ? checkAmendment(turn.envelope()) : checkTurn(state, turn.envelope(), payload);
        if (refused.isEmpty()) {
            refused = checkMark(definition, payload);
        }
        if (refused.isEmpty()) {
            refused = checkCompetitor(state, definition, turn.envelope(), payload, reports);
        }
        if (refused.isPresent()) {
            return refused;
        }
        if (amends) {
            amend(state, turn, payload);
        } else {
            noteCorrection(state, turn.envelope(), changesLines(payload));
            Envelope envelope = turn.envelope();
            state.slots()
                    .say(turn.layer(), envelope.speaker(), envelope.sequence(), payload, limits.statementsPerSlot());
        }
        if (payload instanceof Payload.Decided(ResultStatus status) && status == ResultStatus.OFFICIAL) {
            state.corrections(state.corrections().official(turn.envelope().venueTime()));
        }
        return Optional.empty();
    }

    private void amend(UnitState state, SourceLog.Held turn, @Nullable Payload payload) {
        Envelope envelope = turn.envelope();
        noteCorrection(state, envelope, true);
        state.slots()
                .amend(
                        turn.layer(),
                        envelope.speaker(),
                        new Amended.Edit(envelope.sequence(), envelope.event().getAmends(), payload),
                        limits.statementsPerSlot());
    }

    private static void noteCorrection(UnitState state, Envelope envelope, boolean changes) {
        if (!changes) {
            return;
        }
        if (envelope.speaker().desk()) {
            state.corrections(state.corrections().decided(envelope.venueTime()));
        } else if (state.statusOf(false) == ResultStatus.OFFICIAL) {
            state.corrections(state.corrections().afterOfficial());
        }
    }

    private static boolean changesLines(Payload payload) {
        return payload instanceof Payload.Scored
                || payload instanceof Payload.Marked
                || payload instanceof Payload.StartList;
    }

    private static Optional<Checked.Refused<?>> checkAmendment(Envelope envelope) {
        VenueEvent event = envelope.event();
        Long amends = event.getAmends();
        if (amends == null || amends < 1 || amends >= event.getSequence()) {
            return refused(
                    RejectReason.AMENDS_NOTHING,
                    "sequence %d amends %s; an amendment names an earlier sequence of the same source and unit"
                            .formatted(event.getSequence(), amends == null ? "nothing" : amends));
        }
        return hasReason(event)
                ? Optional.empty()
                : refused(RejectReason.REASON_MISSING, "an amendment says why; send it again with a reason");
    }

    /**
     * What a source may say depends on what it, or the one before it, said last; never on what venue or desk say of
     * each other.
     */
    private static Optional<Checked.Refused<?>> checkTurn(UnitState state, Envelope envelope, Payload payload) {
        boolean desk = envelope.speaker().desk();
        ResultStatus status = state.statusOf(desk);
        if (payload instanceof Payload.Decided(ResultStatus next)
                && !desk
                && !StatusTransitions.isLegal(status, next)) {
            return refused(
                    RejectReason.ILLEGAL_STATUS_TRANSITION,
                    "%s after %s; what may follow is %s"
                            .formatted(next, status == null ? "nothing" : status, StatusTransitions.next(status)));
        }
        boolean needsReason = changesLines(payload) && (desk || status == ResultStatus.OFFICIAL);
        if (needsReason && !hasReason(envelope.event())) {
            return desk
                    ? refused(RejectReason.REASON_MISSING, "the desk says why; send it again with a reason")
                    : refused(
                            RejectReason.REASON_MISSING,
                            "%s after OFFICIAL says why; send it again with a reason"
                                    .formatted(envelope.event().getKind()));
        }
        return Optional.empty();
    }

    private static boolean hasReason(VenueEvent event) {
        return event.getReason() != null && !event.getReason().isBlank();
    }

    private static Optional<Checked.Refused<?>> checkMark(Definition definition, Payload payload) {
        if (!(payload instanceof Payload.Scored(CompetitorId competitor, var score))) {
            return Optional.empty();
        }
        return definition
                .rule()
                .refuses(score)
                .map(refusal -> new Checked.Refused<>(
                        refusal.kind() == Refusal.Kind.WRONG_KIND
                                ? RejectReason.WRONG_MARK_KIND
                                : RejectReason.IMPLAUSIBLE_MARK,
                        "%s, competitor %s".formatted(refusal.sentence(), competitor)));
    }

    private Optional<Checked.Refused<?>> checkCompetitor(
            UnitState state, Definition definition, Envelope envelope, Payload payload, List<Report> reports) {
        CompetitorId competitor = switch (payload) {
            case Payload.Scored scored -> scored.competitor();
            case Payload.Marked marked -> marked.competitor();
            case Payload.StartList ignored -> null;
            case Payload.Decided ignored -> null;
            case Payload.Scheduled ignored -> null;
        };
        if (competitor == null) {
            return Optional.empty();
        }
        Set<CompetitorId> known = state.field(definition).starters().keySet();
        if (known.contains(competitor)) {
            return Optional.empty();
        }
        Set<String> waiting = state.slots().competitorsBut(known);
        if (!waiting.contains(competitor.value()) && waiting.size() >= limits.waitingCompetitors()) {
            return refused(
                    RejectReason.UNKNOWN_COMPETITOR,
                    "competitor %s is neither expected nor on a start list, and neither are %d others of whom events wait; correct the start list and send the event again"
                            .formatted(competitor, waiting.size()));
        }
        reports.add(Report.parked(
                envelope,
                RejectReason.UNKNOWN_COMPETITOR,
                "competitor %s is neither expected nor on a start list; the event counts once a definition or a start list names them"
                        .formatted(competitor)));
        return Optional.empty();
    }

    private static Optional<Checked.Refused<?>> refused(RejectReason reason, String sentence) {
        return Optional.of(new Checked.Refused<>(reason, sentence));
    }
}
