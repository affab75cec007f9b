package org.podium.streams.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Undecided;

/**
 * What a phase has come to.
 *
 * @param rows in sort order
 * @param completeCells groups in which nothing is open but corrections
 * @param complete true when that holds for all of it
 * @param official true when all its units are official
 * @param counted how many of its units count
 * @param marks qualification mark of each who goes on
 * @param undecided who is tied for the last place
 */
record PhaseStanding(
        PhasePlan plan,
        List<Row> rows,
        Set<String> completeCells,
        boolean complete,
        boolean official,
        int counted,
        Map<CompetitorId, String> marks,
        List<Undecided> undecided) {

    static PhaseStanding of(PhaseUnits units) {
        List<Row> rows = PhaseTable.of(units);
        Set<String> completeCells = units.completeCells();
        boolean complete = units.isComplete();
        Qualifying qualifying = new Qualifying(units, rows, completeCells, complete);
        qualifying.run();
        return new PhaseStanding(
                units.plan(),
                rows,
                completeCells,
                complete,
                units.isOfficial(),
                units.counted().size(),
                qualifying.marks(),
                qualifying.undecided());
    }

    /** The only one with this rank, once it is sure; in one group, or over all of them where the group is empty. */
    Optional<Row> at(String group, int place) {
        boolean overAll = group.isEmpty();
        if (overAll ? !complete : !completeCells.contains(group)) {
            return Optional.empty();
        }
        return rows.stream()
                .filter(row -> overAll || row.cell().equals(group))
                .filter(row -> (overAll ? row.place() : row.inCell()).isOnly(place))
                .findAny();
    }
}
