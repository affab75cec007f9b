package org.podium.streams.validate;

import org.jspecify.annotations.Nullable;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.VenueEvent;

/**
 * What the control room is told about a record that was not taken as it was.
 *
 * @param disposition what became of it
 * @param sentence what was found, where, and what to do
 * @param event the message; null when it could not be read as a venue event
 */
public record Report(
        Disposition disposition,
        RejectReason reason,
        String sentence,
        SourceRecord origin,
        @Nullable VenueEvent event) {

    /** An event that has no effect. */
    public static Report rejected(Envelope envelope, RejectReason reason, String sentence) {
        return of(Disposition.REJECTED, envelope, reason, sentence);
    }

    /** An event that was applied, with a flag on its result. */
    public static Report flagged(Envelope envelope, RejectReason reason, String sentence) {
        return of(Disposition.FLAGGED, envelope, reason, sentence);
    }

    /** An event that waits for something. */
    public static Report parked(Envelope envelope, RejectReason reason, String sentence) {
        return of(Disposition.PARKED, envelope, reason, sentence);
    }

    private static Report of(Disposition disposition, Envelope envelope, RejectReason reason, String sentence) {
        return new Report(disposition, reason, sentence, envelope.origin(), envelope.event());
    }
}
