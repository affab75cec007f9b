package org.podium.lab.e2e;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.Qualification;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RankingStep;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/** A made-up sprint of three, told event by event by one source. */
final class Sprint {

    static final String RSC = "ATHM100M--------------FNL-000100--";

    private final String source;
    private long sequence;

    private Sprint(String source) {
        this.source = source;
    }

    /** Told by the source that is in charge. */
    static Sprint inCharge() {
        return new Sprint("TIMING-1");
    }

    /** Told by another system of the venue. */
    static Sprint byBackup() {
        return new Sprint("TIMING-2");
    }

    static UnitDefinition definition() {
        return UnitDefinition.newBuilder()
                .setCompetition("LAB")
                .setUnit(RSC)
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName("Athletics")
                .setEventName("Men's 100m")
                .setUnitName("Final")
                .setVenue("STA")
                .setVenueName("Stadium")
                .setSource("TIMING-1")
                .setScheduledStart(Instant.parse("2030-01-01T12:00:00Z"))
                .setRule(new RankingRule("race-by-time", Map.of("plausible-min", "9", "plausible-max", "30")))
                .setMedalEvent(true)
                .setMedals(List.of(1, 2, 3))
                .setEntries(entries(3))
                .build();
    }

    /** The sprint as an event of one round, from which the first two go on. */
    static EventDefinition eventOfWhichTwoGoOn() {
        return EventDefinition.newBuilder()
                .setCompetition("LAB")
                .setEvent(RSC.substring(0, 22))
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName("Athletics")
                .setEventName("Men's 100m")
                .setPhases(List.of(Phase.newBuilder()
                        .setCode("FNL")
                        .setName("The only round")
                        .setUnits(List.of(PhaseUnit.newBuilder().setUnit(RSC).build()))
                        .setRule(new RankingRule("race-by-time", Map.of()))
                        .setQualifications(List.of(Qualification.newBuilder()
                                .setMark("Q")
                                .setBy(QualifyBy.PLACE)
                                .setCount(2)
                                .build()))
                        .build()))
                .setRanking(List.of(new RankingStep("FNL", PlacedBy.RANK, null)))
                .build();
    }

    private static List<Entry> entries(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Entry.newBuilder()
                        .setCompetitor("R" + number)
                        .setName("RUNNER Number " + number)
                        .setOrganisation("ZZZ")
                        .setStartOrder(number)
                        .build())
                .toList();
    }

    /** Defines it and tells all that comes before the first mark. */
    void begin(Competition competition) throws InterruptedException {
        competition.define(definition());
        competition.take(startList());
        competition.take(status(ResultStatus.START_LIST));
        competition.take(status(ResultStatus.LIVE));
    }

    /** Leaves a number out. */
    Sprint skip() {
        sequence++;
        return this;
    }

    VenueEvent startList() {
        return startList(3);
    }

    VenueEvent startList(int competitors) {
        return next(EventKind.START_LIST).setStartList(entries(competitors)).build();
    }

    VenueEvent status(ResultStatus status) {
        return next(EventKind.RESULT_STATUS).setResultStatus(status).build();
    }

    VenueEvent time(String competitor, String seconds) {
        return mark(competitor, MarkKind.TIME, seconds);
    }

    VenueEvent mark(String competitor, MarkKind kind, String value) {
        return next(EventKind.MARK)
                .setMark(Mark.newBuilder()
                        .setCompetitor(competitor)
                        .setKind(kind)
                        .setValue(Quantity.parse(value).millionths())
                        .build())
                .build();
    }

    private VenueEvent.Builder next(EventKind kind) {
        sequence++;
        return VenueEvent.newBuilder()
                .setCompetition("LAB")
                .setFeed(FeedFlag.PRODUCTION)
                .setVenue("STA")
                .setSource(source)
                .setUnit(RSC)
                .setSequence(sequence)
                .setVenueTime(Instant.parse("2030-01-01T12:00:00Z"))
                .setKind(kind);
    }
}
