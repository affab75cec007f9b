package org.podium.lab.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.podium.lab.reader.SeenLine;
import org.podium.lab.reader.Sighting;
import org.podium.lab.replay.TimedEvent;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.TrustedRecords;
import org.podium.model.wire.Component;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.IrmMark;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/** A unit of three, and what its venue says about it, one event a second. */
final class SprintFixture {

    static final Instant START = Instant.parse("2030-01-01T12:00:00Z");
    static final UnitKey UNIT = UnitKey.of("CHAOS", "ATHM100M--------------FNL-000100--");

    private final String rule;
    private final List<VenueEvent> events = new ArrayList<>();

    SprintFixture(String rule) {
        this.rule = rule;
        TrustedRecords.add(VenueEvent.class);
    }

    UnitDefinition definition() {
        return UnitDefinition.newBuilder()
                .setCompetition("CHAOS")
                .setUnit("ATHM100M--------------FNL-000100--")
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName("Athletics")
                .setEventName("Men's 100m")
                .setUnitName("Final")
                .setVenue("STA")
                .setVenueName("Stadium")
                .setSource("TIMING-1")
                .setScheduledStart(START)
                .setRule(new RankingRule(rule, Map.of()))
                .setEntries(List.of(entry("A"), entry("B"), entry("C")))
                .build();
    }

    private static Entry entry(String competitor) {
        return Entry.newBuilder()
                .setCompetitor(competitor)
                .setName(competitor)
                .setOrganisation("KEN")
                .build();
    }

    SprintFixture mark(
            String competitor, MarkKind kind, String point, int attempt, long value, Component... components) {
        Mark mark = made(competitor, kind, point, attempt, value)
                .setComponents(List.of(components))
                .build();
        return say(event -> event.setKind(EventKind.MARK).setMark(mark));
    }

    private static Mark.Builder made(String competitor, MarkKind kind, String point, int attempt, long value) {
        return Mark.newBuilder()
                .setCompetitor(competitor)
                .setKind(kind)
                .setPoint(point)
                .setAttempt(attempt)
                .setValue(value);
    }

    SprintFixture time(String competitor, long millis) {
        return mark(competitor, MarkKind.TIME, "", 0, millis * 1_000);
    }

    /** The event with that sequence said something else than this. */
    SprintFixture correct(long sequence, String competitor, long millis) {
        Mark right = made(competitor, MarkKind.TIME, "", 0, millis * 1_000).build();
        return say(event -> event.setKind(EventKind.MARK).setMark(right).setAmends(sequence));
    }

    SprintFixture irm(String competitor, Irm irm) {
        return say(event -> event.setKind(EventKind.IRM).setIrm(new IrmMark(competitor, irm, "")));
    }

    SprintFixture withdraw(long sequence) {
        return say(event -> event.setKind(EventKind.WITHDRAWAL).setAmends(sequence));
    }

    SprintFixture official() {
        return say(event -> event.setKind(EventKind.RESULT_STATUS).setResultStatus(ResultStatus.OFFICIAL));
    }

    private SprintFixture say(UnaryOperator<VenueEvent.Builder> statement) {
        long sequence = events.size() + 1L;
        events.add(statement
                .apply(VenueEvent.newBuilder()
                        .setCompetition("CHAOS")
                        .setFeed(FeedFlag.PRODUCTION)
                        .setVenue("STA")
                        .setSource("TIMING-1")
                        .setUnit("ATHM100M--------------FNL-000100--")
                        .setSequence(sequence)
                        .setVenueTime(START.plusSeconds(sequence)))
                .build());
        return this;
    }

    List<VenueEvent> events() {
        return List.copyOf(events);
    }

    List<TimedEvent> timed() {
        return events.stream()
                .map(event -> new TimedEvent(event.getVenueTime(), event))
                .toList();
    }

    /** What a client sees when all goes well: a version an event, each 50 ms after it. */
    List<Sighting> sightings(SeenLine... ends) {
        return IntStream.rangeClosed(1, events.size())
                .mapToObj(version -> sighting(version, version, version == events.size(), ends))
                .toList();
    }

    static Sighting sighting(long version, long sequence, boolean official, SeenLine... ends) {
        return new Sighting(
                UNIT,
                version,
                List.of(sequence),
                0,
                official ? List.of(ends) : List.of(),
                official,
                false,
                START.minusSeconds(5),
                START.plusSeconds(sequence).plusMillis(50));
    }

    static SeenLine line(String competitor, @Nullable Integer rank, @Nullable Irm irm) {
        return new SeenLine(CompetitorId.parse(competitor), competitor, "KEN", rank, false, irm, "");
    }
}
