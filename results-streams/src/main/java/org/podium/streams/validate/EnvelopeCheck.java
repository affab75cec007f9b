package org.podium.streams.validate;

import java.util.Optional;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.Rsc;
import org.podium.model.id.SourceId;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.VenueEvent;

/**
 * Whether a venue event names a unit, comes from whom it says and lies where it belongs: everything that can be known
 * without the unit's definition.
 */
public final class EnvelopeCheck {

    /** Far above what a source can say about a unit, far below where counting on would overflow. */
    private static final long MAX_SEQUENCE = 1_000_000_000_000L;

    private final Origins origins;
    private final Placement placement;

    public EnvelopeCheck(Origins origins, Placement placement) {
        this.origins = origins;
        this.placement = placement;
    }

    /** The event in its envelope, or why it is not taken. */
    public Checked<Envelope> check(VenueEvent event, SourceRecord origin) {
        Optional<Checked<Envelope>> wrongFeed = placement.refusesFeed(event.getFeed());
        if (wrongFeed.isPresent()) {
            return wrongFeed.get();
        }
        Rsc rsc;
        try {
            rsc = Rsc.parse(event.getUnit());
        } catch (InvalidIdException e) {
            return new Checked.Refused<>(RejectReason.INVALID_RSC, e.getMessage());
        }
        Envelope envelope;
        try {
            envelope = new Envelope(
                    new Speaker(SourceId.parse(event.getSource()), Origins.isDesk(origin.topic())),
                    VenueCode.parse(event.getVenue()),
                    new UnitKey(CompetitionCode.parse(event.getCompetition()), rsc),
                    event,
                    origin);
        } catch (InvalidIdException e) {
            return new Checked.Refused<>(RejectReason.MALFORMED, e.getMessage());
        }
        if (event.getSequence() < 1 || event.getSequence() > MAX_SEQUENCE) {
            return Checked.refused(
                    RejectReason.MALFORMED,
                    "sequence %d; sequences ascend by one from 1, and end at %d",
                    event.getSequence(),
                    MAX_SEQUENCE);
        }
        return placement
                .<Envelope>refusesPosition(
                        origin,
                        envelope.unit().event().toString(),
                        envelope.unit().event())
                .orElseGet(() -> checkVenue(envelope));
    }

    private Checked<Envelope> checkVenue(Envelope envelope) {
        return origins.objection(envelope.venue(), envelope.origin().topic())
                .<Checked<Envelope>>map(words -> new Checked.Refused<>(RejectReason.WRONG_VENUE, words))
                .orElseGet(() -> new Checked.Accepted<>(envelope));
    }
}
