package org.podium.streams.bench;

import java.util.List;
import java.util.Map;
import org.podium.model.wire.Entry;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.UnitDefinition;

/** Made-up sprinters C1, C2, ... of made-up organisations XAA, XAB, ..., and the definitions of their finals. */
public final class Entries {

    private Entries() {}

    public static Entry of(String competitor, int lane) {
        return Entry.newBuilder()
                .setCompetitor(competitor)
                .setName("SIMULATED Runner " + competitor.substring(1))
                .setOrganisation(organisationOf(competitor))
                .setStartOrder(lane)
                .build();
    }

    /** XAA for C1, XAB for C2 and so on. */
    public static String organisationOf(String competitor) {
        return "XA" + (char) ('A' + Integer.parseInt(competitor.substring(1)) - 1);
    }

    /** A final of C1 to C4 that gives medals; nobody runs it in less than nine seconds. */
    public static UnitDefinition sprint(String unit) {
        return UnitDefinition.newBuilder()
                .setCompetition("OG2024")
                .setUnit(unit)
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName("Athletics")
                .setEventName("100m")
                .setUnitName("Final")
                .setVenue("STA")
                .setVenueName("Stadium")
                .setSource("TIMING-1")
                .setScheduledStart(Voice.START)
                .setRule(new RankingRule("race-by-time", Map.of("plausible-min", "9")))
                .setMedalEvent(true)
                .setMedals(List.of(1, 2, 3))
                .setEntries(List.of(of("C1", 1), of("C2", 2), of("C3", 3), of("C4", 4)))
                .build();
    }
}
