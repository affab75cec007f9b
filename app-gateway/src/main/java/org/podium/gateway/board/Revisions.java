package org.podium.gateway.board;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.podium.gateway.document.DefinitionDocument;
import org.podium.gateway.document.EventDocument;
import org.podium.gateway.document.Stage;
import org.podium.gateway.document.StandingDocument;
import org.podium.gateway.document.UnitDocument;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.EventKey;
import org.podium.model.id.OrganisationCode;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.Medallist;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.UnitDefinition;

/** Makes revisions of the messages on the topics. */
public final class Revisions {

    private static final int DISCIPLINE_END = 3;

    private final Clock clock;

    /** The clock tells when a revision was published. */
    public Revisions(Clock clock) {
        this.clock = clock;
    }

    /**
     * A version of a unit's result.
     *
     * @throws org.podium.model.id.InvalidIdException when the result names no unit
     */
    public Revision of(Result result, Origin origin) {
        UnitKey unit = UnitKey.of(result.getCompetition(), result.getUnit());
        Set<String> organisations =
                result.getLines().stream().map(ResultLine::getOrganisation).collect(Collectors.toUnmodifiableSet());
        Facets facets = new Facets(
                result.getCompetition(),
                unit.rsc().discipline(),
                unit.rsc().event(),
                unit.rsc().value(),
                organisations,
                result.getLines().stream().map(ResultLine::getCompetitor).collect(Collectors.toUnmodifiableSet()),
                result.getMedalEvent(),
                Stage.of(result.getStatus(), result.getScheduleStatus()),
                result.getStatus(),
                result.getScheduledStart());
        return new Revision(
                Subject.of(unit),
                result.getVersion(),
                facets,
                origin,
                times(result.getTakenAt()),
                UnitDocument.full(result),
                UnitDocument.summary(result));
    }

    /**
     * A version of what follows for an event.
     *
     * @throws org.podium.model.id.InvalidIdException when the message names no event
     */
    public Revision of(EventResult event, Origin origin) {
        EventKey key = new EventKey(CompetitionCode.parse(event.getCompetition()), event.getEvent());
        Set<String> organisations =
                event.getMedallists().stream().map(Medallist::getOrganisation).collect(Collectors.toUnmodifiableSet());
        Facets facets = standing(
                event.getCompetition(),
                event.getEvent().substring(0, DISCIPLINE_END),
                event.getEvent(),
                organisations,
                event.getMedallists().stream().map(Medallist::getCompetitor).collect(Collectors.toUnmodifiableSet()));
        return new Revision(
                Subject.of(key),
                event.getVersion(),
                facets,
                origin,
                times(event.getTakenAt()),
                EventDocument.full(event),
                EventDocument.summary(event));
    }

    /**
     * A version of an organisation's line of the medal table.
     *
     * @throws org.podium.model.id.InvalidIdException when the message names no organisation
     */
    public Revision of(MedalStanding standing, Origin origin) {
        Subject subject = Subject.of(
                CompetitionCode.parse(standing.getCompetition()), OrganisationCode.parse(standing.getOrganisation()));
        Facets facets = standing(standing.getCompetition(), "", "", Set.of(standing.getOrganisation()), Set.of());
        return new Revision(
                subject,
                standing.getVersion(),
                facets,
                origin,
                times(standing.getTakenAt()),
                StandingDocument.of(standing),
                null);
    }

    /**
     * Revision 0 of a unit, which no position counts.
     *
     * @throws org.podium.model.id.InvalidIdException when the definition names no unit
     */
    public Revision of(UnitDefinition definition) {
        UnitKey unit = UnitKey.of(definition.getCompetition(), definition.getUnit());
        Set<String> organisations =
                definition.getEntries().stream().map(Entry::getOrganisation).collect(Collectors.toUnmodifiableSet());
        Facets facets = new Facets(
                definition.getCompetition(),
                unit.rsc().discipline(),
                unit.rsc().event(),
                unit.rsc().value(),
                organisations,
                definition.getEntries().stream().map(Entry::getCompetitor).collect(Collectors.toUnmodifiableSet()),
                definition.getMedalEvent(),
                Stage.NEXT,
                null,
                definition.getScheduledStart());
        return new Revision(
                Subject.of(unit),
                0,
                facets,
                Origin.UNCOUNTED,
                new Revision.Times(clock.millis(), clock.millis()),
                DefinitionDocument.full(definition),
                DefinitionDocument.summary(definition));
    }

    private Revision.Times times(Instant taken) {
        return new Revision.Times(taken.toEpochMilli(), clock.millis());
    }

    private static Facets standing(
            String competition, String discipline, String event, Set<String> organisations, Set<String> competitors) {
        return new Facets(
                competition,
                discipline,
                event,
                "",
                organisations,
                competitors,
                false,
                Stage.FINISHED,
                null,
                Instant.EPOCH);
    }
}
