package org.podium.model.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.Topic.KeyKind;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.Result;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/** All topics of a deployment. The venues are its configuration; everything else is fixed. */
public final class TopicCatalogue {

    /**
     * Long enough to compute a whole Games again from its first day, some days after its last: those of Paris 2024 had
     * results from 24 July to 11 August, on 19 days.
     */
    private static final Duration GAMES = Duration.ofDays(30);

    /** Long enough for a reader who was away for some days; the newest of everything is kept in other topics. */
    private static final Duration READING = Duration.ofDays(14);

    /** Disqualifications are decided up to ten years later (World Anti-Doping Code, article 17). */
    private static final Duration DECISIONS = Duration.ofDays(3_653);

    /** Events of the results desk: corrections and decisions. */
    public static final Topic DESK_EVENTS = new Topic(
            "desk.events",
            KeyKind.EVENT,
            VenueEvent.getClassSchema(),
            Optional.of(DECISIONS),
            Party.DESK,
            List.of(Party.STREAMS));

    /** Venue events of units that are over, of any venue, which wait for those that are live. */
    public static final Topic REPLAY_EVENTS = new Topic(
            "replay.events",
            KeyKind.EVENT,
            VenueEvent.getClassSchema(),
            Optional.of(GAMES),
            Party.REPLAY,
            List.of(Party.STREAMS));

    /** Definitions of units. */
    public static final Topic REFERENCE_UNITS = new Topic(
            "reference.units",
            KeyKind.UNIT,
            UnitDefinition.getClassSchema(),
            Optional.empty(),
            Party.ORGANISER,
            List.of(Party.STREAMS, Party.GATEWAY));

    /** Definitions of events. */
    public static final Topic REFERENCE_EVENTS = new Topic(
            "reference.events",
            KeyKind.EVENT,
            EventDefinition.getClassSchema(),
            Optional.empty(),
            Party.ORGANISER,
            List.of(Party.STREAMS));

    /** Records and bests that marks are compared with. */
    public static final Topic REFERENCE_RECORDS = new Topic(
            "reference.records",
            KeyKind.EVENT,
            RecordList.getClassSchema(),
            Optional.empty(),
            Party.ORGANISER,
            List.of(Party.STREAMS));

    /** Results, every version. */
    public static final Topic RESULTS_FEED = new Topic(
            "results.feed",
            KeyKind.UNIT,
            Result.getClassSchema(),
            Optional.of(READING),
            Party.STREAMS,
            List.of(Party.GATEWAY, Party.BROADCASTER));

    /** Results, the newest version of each unit. */
    public static final Topic RESULTS_UNITS = new Topic(
            "results.units",
            KeyKind.UNIT,
            Result.getClassSchema(),
            Optional.empty(),
            Party.STREAMS,
            List.of(Party.GATEWAY, Party.BROADCASTER));

    /** Medal standings. */
    public static final Topic RESULTS_MEDALS = new Topic(
            "results.medals",
            KeyKind.ORGANISATION,
            MedalStanding.getClassSchema(),
            Optional.empty(),
            Party.STREAMS,
            List.of(Party.GATEWAY, Party.BROADCASTER));

    /** What follows for events. */
    public static final Topic RESULTS_EVENTS = new Topic(
            "results.events",
            KeyKind.EVENT,
            EventResult.getClassSchema(),
            Optional.empty(),
            Party.STREAMS,
            List.of(Party.GATEWAY, Party.BROADCASTER));

    /** What was rejected, flagged or parked. */
    public static final Topic RESULTS_REJECTED = new Topic(
            "results.rejected",
            KeyKind.EVENT,
            RejectedEvent.getClassSchema(),
            Optional.of(READING),
            Party.STREAMS,
            List.of(Party.CONTROL_ROOM));

    private final List<VenueCode> venues;

    /** Catalogue of a deployment with these venues; their order and repetitions do not matter. */
    public TopicCatalogue(Collection<VenueCode> venues) {
        this.venues = List.copyOf(new TreeSet<>(venues));
    }

    /** Topic of a venue's events. */
    public static Topic venueEvents(VenueCode venue) {
        return new Topic(
                "venue." + venue + ".events",
                KeyKind.EVENT,
                VenueEvent.getClassSchema(),
                Optional.of(GAMES),
                Party.venue(venue),
                List.of(Party.STREAMS));
    }

    /** Venues in the order of their codes. */
    public List<VenueCode> venues() {
        return venues;
    }

    /** Topics of venue events, in the order of the venues' codes. */
    public List<Topic> venueTopics() {
        return venues.stream().map(TopicCatalogue::venueEvents).toList();
    }

    /** Every topic of the deployment. */
    public List<Topic> all() {
        List<Topic> all = new ArrayList<>(venueTopics());
        all.addAll(List.of(
                DESK_EVENTS,
                REPLAY_EVENTS,
                REFERENCE_UNITS,
                REFERENCE_EVENTS,
                REFERENCE_RECORDS,
                RESULTS_FEED,
                RESULTS_UNITS,
                RESULTS_MEDALS,
                RESULTS_EVENTS,
                RESULTS_REJECTED));
        return List.copyOf(all);
    }
}
