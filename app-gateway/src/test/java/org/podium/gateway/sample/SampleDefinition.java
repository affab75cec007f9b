package org.podium.gateway.sample;

import java.time.Instant;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.UnitDefinition;

/** Definitions of units of the men's 100 m. */
public final class SampleDefinition {

    private SampleDefinition() {}

    /** Of the unit with this RSC and name. */
    public static UnitDefinition of(String unit, String unitName, Instant scheduledStart) {
        return UnitDefinition.newBuilder()
                .setCompetition("OG2024")
                .setUnit(unit)
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName("Athletics")
                .setEventName("Men's 100m")
                .setUnitName(unitName)
                .setVenue("STA")
                .setVenueName("Old Stadium")
                .setSource("TIMING-1")
                .setScheduledStart(scheduledStart)
                .setRule(RankingRule.newBuilder().setName("race-by-time").build())
                .build();
    }
}
