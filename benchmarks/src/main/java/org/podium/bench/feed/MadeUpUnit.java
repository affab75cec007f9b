package org.podium.bench.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;

/**
 * A unit with made-up competitors whose result is about 1 KB as the gateway's JSON: a live match of two sides, such as
 * most units of a Games are.
 */
public final class MadeUpUnit {

    /** Of the benchmarks alone, so that nothing else can be mistaken for it. */
    public static final String COMPETITION = "BENCH2026";

    private static final int UNITS_PER_EVENT = 10;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long POINT = 1_000_000;

    private final UnitKey key;
    private final Rsc rsc;

    private MadeUpUnit(Rsc rsc) {
        this.rsc = rsc;
        this.key = new UnitKey(CompetitionCode.parse(COMPETITION), rsc);
    }

    /** The unit with this number, from 0 to 9,999,999; ten of them make an event. */
    public static MadeUpUnit number(int number) {
        return new MadeUpUnit(Rsc.parse(
                "HBLMTEAM%06d--------GPA-%06d--".formatted(number / UNITS_PER_EVENT, number % UNITS_PER_EVENT + 1)));
    }

    /** Key on the topics. */
    public UnitKey key() {
        return key;
    }

    /**
     * A version of its result; the score grows with the version.
     *
     * @param takenAt when the version was meant to be published: milliseconds since 1970 UTC
     */
    public Result version(long version, long takenAt) {
        Instant taken = Instant.ofEpochMilli(takenAt);
        return Result.newBuilder()
                .setCompetition(COMPETITION)
                .setUnit(rsc.toString())
                .setFeed(FeedFlag.PRODUCTION)
                .setVersion(version)
                .setDisciplineName("Handball")
                .setEventName("Men's Team Event")
                .setUnitName("Preliminary Round Group A")
                .setVenue("HAL")
                .setVenueName("The Hall")
                .setScheduledStart(START)
                .setStatus(ResultStatus.LIVE)
                .setScheduleStatus(ScheduleStatus.RUNNING)
                .setSource("TIMING")
                .setVenueTime(taken)
                .setTakenAt(taken)
                .setChange(Change.newBuilder()
                        .setKind(ChangeKind.MARK)
                        .setCompetitor("SIDE1")
                        .setSource("TIMING")
                        .setSequence(version)
                        .build())
                .setLines(lines(version))
                .build();
    }

    private static List<ResultLine> lines(long version) {
        List<ResultLine> lines = new ArrayList<>();
        for (int place = 1; place <= 2; place++) {
            long score = (version + 2 - place) / 2;
            lines.add(ResultLine.newBuilder()
                    .setCompetitor("SIDE" + place)
                    .setName("Made-up Team " + place)
                    .setOrganisation("X" + (char) ('A' + place) + "X")
                    .setType(CompetitorType.TEAM)
                    .setStartOrder(place)
                    .setSortOrder(place)
                    .setRank(place)
                    .setResultType(MarkKind.SCORE)
                    .setMark(score * POINT)
                    .setText(Long.toString(score))
                    .setBib(Integer.toString(place))
                    .setDecidedBy(place == 1 ? null : DecidedBy.MARK)
                    .build());
        }
        return lines;
    }
}
