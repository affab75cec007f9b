package org.podium.model.serde;

import java.time.Instant;
import java.util.List;
import org.podium.model.wire.Component;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.VenueEvent;

/** Messages of these tests. */
final class Messages {

    /** A sprinter's time with its reaction time. */
    static final VenueEvent SPRINT = VenueEvent.newBuilder()
            .setCompetition("OG2024")
            .setFeed(FeedFlag.PRODUCTION)
            .setVenue("STA")
            .setSource("TIMING-1")
            .setUnit("ATHM100M--------------FNL-000100--")
            .setSequence(3)
            .setVenueTime(Instant.parse("2024-08-04T19:55:00.123456Z"))
            .setKind(EventKind.MARK)
            .setMark(Mark.newBuilder()
                    .setCompetitor("C1")
                    .setKind(MarkKind.TIME)
                    .setValue(9_784_000L)
                    .setComponents(List.of(new Component("RT", 178_000L)))
                    .build())
            .build();

    private Messages() {}
}
