package org.podium.streams.fold;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.EarlierEvent;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.validate.Envelope;

/**
 * What brings a new version of a result about.
 *
 * @param competitor concerned; null when it is the whole unit
 * @param source of the event; null for a definition
 * @param sequence of the event; null for a definition
 * @param reason given with it; null when none
 * @param venueTime when it happened
 * @param takenAt when the agent took it
 * @param unit RSC of the unit that it was about, where that is another one; null otherwise
 */
public record Cause(
        ChangeKind kind,
        @Nullable String competitor,
        @Nullable String source,
        @Nullable Long sequence,
        @Nullable String reason,
        Instant venueTime,
        Instant takenAt,
        @Nullable String unit) {

    /** A definition, read at that time of the organiser's clock. */
    public static Cause ofDefinition(Instant takenAt) {
        return new Cause(ChangeKind.DEFINITION, null, null, null, null, takenAt, takenAt, null);
    }

    /** What this does to another unit of the event, where it happened in the unit of that RSC. */
    public Cause elsewhere(ChangeKind change, String rsc) {
        return new Cause(change, competitor, source, sequence, reason, venueTime, takenAt, rsc);
    }

    /**
     * The same, taken when the first of these was.
     *
     * @param earlier what else the version that it brings about is the first to show
     */
    public Cause since(List<Cause> earlier) {
        Instant first = takenAt;
        for (Cause one : earlier) {
            first = one.takenAt.isBefore(first) ? one.takenAt : first;
        }
        return new Cause(kind, competitor, source, sequence, reason, venueTime, first, unit);
    }

    /** An event that another one is published with. */
    public EarlierEvent asEarlier() {
        return new EarlierEvent(kind, competitor, Objects.requireNonNull(source), Objects.requireNonNull(sequence));
    }

    /** As it is published, without what it changes. */
    public Change change() {
        return new Change(kind, competitor, source, sequence, reason, unit, List.of(), 0, null, List.of());
    }

    /** A list of records, read at that time of the organiser's clock. */
    public static Cause ofRecords(Instant takenAt) {
        return new Cause(ChangeKind.RECORDS, null, null, null, null, takenAt, takenAt, null);
    }

    /** An event. */
    public static Cause of(Envelope envelope) {
        return of(envelope, kind(envelope.event()));
    }

    static Cause gapFilledBy(Envelope envelope) {
        return of(envelope, ChangeKind.GAP_FILLED);
    }

    private static Cause of(Envelope envelope, ChangeKind kind) {
        VenueEvent event = envelope.event();
        return new Cause(
                kind,
                competitor(event),
                event.getSource(),
                event.getSequence(),
                event.getReason(),
                envelope.venueTime(),
                envelope.takenAt(),
                null);
    }

    private static ChangeKind kind(VenueEvent event) {
        if (event.getAmends() != null && event.getKind() != EventKind.WITHDRAWAL) {
            return ChangeKind.CORRECTION;
        }
        return switch (event.getKind()) {
            case START_LIST -> ChangeKind.START_LIST;
            case SCHEDULE_STATUS -> ChangeKind.SCHEDULE_STATUS;
            case RESULT_STATUS -> ChangeKind.RESULT_STATUS;
            case MARK -> ChangeKind.MARK;
            case IRM -> ChangeKind.IRM;
            case WITHDRAWAL -> ChangeKind.WITHDRAWAL;
            case TAKEOVER -> ChangeKind.TAKEOVER;
            // They change nothing but what is missing, so that the gap that they close is all that can be seen of them.
            case NOTICE, UNKNOWN -> ChangeKind.GAP_FILLED;
        };
    }

    private static @Nullable String competitor(VenueEvent event) {
        return switch (event.getKind()) {
            case MARK -> event.getMark() == null ? null : event.getMark().getCompetitor();
            case IRM -> event.getIrm() == null ? null : event.getIrm().getCompetitor();
            default -> null;
        };
    }
}
