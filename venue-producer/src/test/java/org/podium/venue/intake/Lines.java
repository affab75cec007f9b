package org.podium.venue.intake;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.VenueEvent;
import org.podium.venue.ndjson.EventLines;
import org.podium.venue.ndjson.VenueEventJson;

/** Events and lines for the tests of this package. */
final class Lines {

    static final Instant FIRST = Instant.parse("2024-08-04T19:50:00Z");

    private Lines() {}

    static VenueEvent event(String venue, long sequence, Instant venueTime) {
        return VenueEvent.newBuilder()
                .setCompetition("OG2024")
                .setFeed(FeedFlag.PRODUCTION)
                .setVenue(venue)
                .setSource("TIMING-1")
                .setUnit("ATHM100M--------------FNL-000100--")
                .setSequence(sequence)
                .setVenueTime(venueTime)
                .setKind(EventKind.RESULT_STATUS)
                .setResultStatus(ResultStatus.LIVE)
                .build();
    }

    static String line(String venue, long sequence) {
        return VenueEventJson.print(event(venue, sequence, FIRST.plusSeconds(sequence)));
    }

    static EventLines of(String... lines) {
        return new EventLines(
                new ByteArrayInputStream(String.join("\n", List.of(lines)).getBytes(StandardCharsets.UTF_8)));
    }
}
