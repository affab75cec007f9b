package org.podium.lab.conformance;

import java.util.List;
import java.util.Map;
import org.podium.model.id.UnitKey;

/**
 * What came out of all units.
 *
 * @param units by unit, the lines by competitor id
 * @param rejects by unit, a sentence for each event that was not taken
 * @param medals by organisation, the numbers of gold, silver and bronze medals
 */
record Ranked(
        Map<UnitKey, Map<String, RankedCompetitor>> units,
        Map<UnitKey, List<String>> rejects,
        Map<String, List<Integer>> medals) {}
