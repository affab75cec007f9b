package org.podium.streams.validate;

import java.time.Instant;
import org.podium.model.id.SourceId;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.VenueEvent;

/**
 * A venue event whose sender and address are right; what it carries was not looked at yet.
 *
 * @param speaker who sent it
 * @param venue venue that it came from
 * @param unit unit that it is about
 * @param event the message
 * @param origin the record that it came in
 */
public record Envelope(Speaker speaker, VenueCode venue, UnitKey unit, VenueEvent event, SourceRecord origin) {

    /** Of an event that passed {@link EnvelopeCheck} before. */
    public static Envelope again(VenueEvent event, boolean desk, SourceRecord origin) {
        return new Envelope(
                new Speaker(SourceId.parse(event.getSource()), desk),
                VenueCode.parse(event.getVenue()),
                UnitKey.of(event.getCompetition(), event.getUnit()),
                event,
                origin);
    }

    /** Number of the event, ascending by one from 1 for each unit and speaker. */
    public long sequence() {
        return event.getSequence();
    }

    /** When it happened, by the venue's clock. */
    public Instant venueTime() {
        return event.getVenueTime();
    }

    /** When the agent took it, by the agent's clock. */
    public Instant takenAt() {
        return Instant.ofEpochMilli(origin.timestamp());
    }

    /** Whether it was sent when its unit was over, so that the agent's clock says nothing about the venue's. */
    public boolean replayed() {
        return Origins.isReplay(origin.topic());
    }
}
