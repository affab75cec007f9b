package org.podium.streams.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.Rsc;
import org.podium.model.wire.BracketUnit;
import org.podium.model.wire.EventLine;
import org.podium.model.wire.EventRemark;
import org.podium.model.wire.Medallist;
import org.podium.model.wire.PhaseResult;

/**
 * What follows for an event from its units.
 *
 * @param standings of its units, from which it follows
 * @param fills what other units put into the start list of each unit that has places for it
 * @param marks qualification marks on the lines of each unit
 * @param medallists empty where the units give the medals
 */
public record Outcome(
        Map<Rsc, UnitStanding> standings,
        Map<Rsc, List<Fill>> fills,
        Map<Rsc, Map<CompetitorId, String>> marks,
        List<PhaseResult> phases,
        List<BracketUnit> bracket,
        List<EventLine> ranking,
        List<EventRemark> remarks,
        Optional<List<Medallist>> medallists) {

    /** Of an event without a definition. */
    public static final Outcome NONE =
            new Outcome(Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    /** What fills the places of a unit; empty where it has none. */
    public List<Fill> fillsOf(Rsc unit) {
        return fills.getOrDefault(unit, List.of());
    }

    /** Qualification marks on the lines of a unit. */
    public Map<CompetitorId, String> marksOf(Rsc unit) {
        return marks.getOrDefault(unit, Map.of());
    }
}
