package org.podium.venue.publish;

import org.podium.model.wire.EventKind;
import org.podium.model.wire.Notice;
import org.podium.model.wire.VenueEvent;

/** Events that stand in the place of those that cannot be sent. */
final class Notices {

    private static final String TOO_LARGE = "TOO_LARGE";

    private Notices() {}

    /** A notice with the sequence of an event that is too large. */
    static VenueEvent tooLarge(VenueEvent event, long sizeBytes, long mostBytes) {
        String text =
                "%s event %d of %s has %d bytes, and %d is the most; it was not sent. Correct the event at its source and send it as an amendment of %d."
                        .formatted(
                                event.getKind(),
                                event.getSequence(),
                                event.getSource(),
                                sizeBytes,
                                mostBytes,
                                event.getSequence());
        return VenueEvent.newBuilder()
                .setCompetition(event.getCompetition())
                .setFeed(event.getFeed())
                .setVenue(event.getVenue())
                .setSource(event.getSource())
                .setUnit(event.getUnit())
                .setSequence(event.getSequence())
                .setVenueTime(event.getVenueTime())
                .setKind(EventKind.NOTICE)
                .setNotice(new Notice(TOO_LARGE, text, sizeBytes))
                .build();
    }
}
