package org.podium.streams.publish;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.podium.model.id.EventKey;
import org.podium.model.wire.Change;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Medallist;
import org.podium.streams.event.Outcome;
import org.podium.streams.fold.Cause;

/**
 * What an event's result says, without which version it is and what brought it about.
 *
 * @param unitMedallists medallists that units give; they count where the event's definition does not give the medals
 */
public record EventContent(EventKey event, Names names, List<Medallist> unitMedallists, Outcome outcome) {

    private static final Comparator<Medallist> ORDER = Comparator.comparing(Medallist::getMedal)
            .thenComparing(Medallist::getOrganisation)
            .thenComparing(Medallist::getCompetitor)
            .thenComparing(Medallist::getUnit);

    /** What the event is called. */
    public record Names(FeedFlag feed, String discipline, String event) {}

    /** A digest that two contents share if they say the same. */
    public byte[] digest() {
        return Digest.of(EventResult.class, result(0, Instant.EPOCH, Content.NO_CHANGE));
    }

    /** The event's result as it is published. */
    public EventResult version(long version, Cause cause) {
        return result(version, cause.takenAt(), cause.change());
    }

    private EventResult result(long version, Instant takenAt, Change change) {
        return new EventResult(
                event.competition().value(),
                event.event(),
                names.feed(),
                version,
                names.discipline(),
                names.event(),
                outcome.medallists().orElse(unitMedallists).stream()
                        .sorted(ORDER)
                        .toList(),
                takenAt,
                outcome.phases(),
                outcome.bracket(),
                outcome.ranking(),
                outcome.remarks(),
                change);
    }
}
