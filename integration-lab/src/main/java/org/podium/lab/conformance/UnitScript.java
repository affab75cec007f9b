package org.podium.lab.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.IrmMark;
import org.podium.model.wire.Mark;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/**
 * A unit as the organiser and the venue would send it.
 *
 * @param definition what the organiser publishes
 * @param events what the venue says, in the order of its sequence
 */
record UnitScript(UnitDefinition definition, List<VenueEvent> events) {

    /** Code of the only venue. */
    static final String VENUE = "LAB";

    private static final String SOURCE = "FILE-1";

    /**
     * The script of a unit.
     *
     * @param medals which medals its ranks from 1 on give, 1 gold to 3 bronze, 0 none; empty for a unit without medals
     */
    static UnitScript of(PublishedUnit unit, List<Integer> medals) {
        List<Entry> entries = unit.given().stream().map(Given::entry).toList();
        Builder events = new Builder(unit.key(), unit.start());
        events.add(EventKind.START_LIST).setStartList(entries);
        events.add(EventKind.RESULT_STATUS).setResultStatus(ResultStatus.START_LIST);
        events.add(EventKind.RESULT_STATUS).setResultStatus(ResultStatus.LIVE);
        for (Given given : unit.given()) {
            for (Mark mark : given.marks()) {
                events.add(EventKind.MARK).setMark(mark);
            }
            if (given.irm() != null) {
                events.add(EventKind.IRM).setIrm(new IrmMark(given.competitor(), given.irm(), ""));
            }
        }
        events.add(EventKind.RESULT_STATUS).setResultStatus(ResultStatus.OFFICIAL);
        return new UnitScript(definition(unit, medals, entries), events.build());
    }

    private static UnitDefinition definition(PublishedUnit unit, List<Integer> medals, List<Entry> entries) {
        return UnitDefinition.newBuilder()
                .setCompetition(unit.key().competition().value())
                .setUnit(unit.key().rsc().value())
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName(unit.discipline())
                .setEventName(unit.event())
                .setUnitName(unit.unit())
                .setVenue(VENUE)
                .setVenueName("Conformance")
                .setSource(SOURCE)
                .setScheduledStart(unit.start())
                .setRule(new RankingRule(unit.choice().name(), unit.choice().parameters()))
                .setMedalEvent(!medals.isEmpty())
                .setMedals(medals)
                .setEntries(entries)
                .build();
    }

    UnitKey key() {
        return UnitKey.of(definition.getCompetition(), definition.getUnit());
    }

    /** Numbers the events of a unit, a second apart. */
    private static final class Builder {

        private final UnitKey unit;
        private final Instant start;
        private final List<VenueEvent.Builder> events = new ArrayList<>();

        Builder(UnitKey unit, Instant start) {
            this.unit = unit;
            this.start = start;
        }

        VenueEvent.Builder add(EventKind kind) {
            VenueEvent.Builder event = VenueEvent.newBuilder()
                    .setCompetition(unit.competition().value())
                    .setUnit(unit.rsc().value())
                    .setFeed(FeedFlag.PRODUCTION)
                    .setVenue(VENUE)
                    .setSource(SOURCE)
                    .setSequence(events.size() + 1)
                    .setVenueTime(start.plusSeconds(events.size()))
                    .setKind(kind);
            events.add(event);
            return event;
        }

        List<VenueEvent> build() {
            return events.stream().map(VenueEvent.Builder::build).toList();
        }
    }
}
