package org.podium.streams.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.validate.Starter;

/**
 * What an event sees of one of its units. While a unit is on, that is only who starts: its marks do not concern the
 * event before they count, so that nothing of the event is worked out for each of them.
 *
 * @param starters by id
 * @param lines in sort order; empty while the unit does not count
 */
public record UnitStanding(Stage stage, Map<CompetitorId, Starter> starters, List<Line> lines) {

    /** How far a unit is. */
    public enum Stage {
        /** Its ranks do not count yet. */
        OPEN,
        /** It will not take place: there is nothing to wait for, and nobody has a rank. */
        CANCELLED,
        /** Its ranks count where a phase takes unofficial ones. */
        UNOFFICIAL,
        /** Its ranks count. */
        OFFICIAL
    }

    /** A ranked line with what it was made of. */
    public record Line(RankedLine ranked) {

        Performance performance() {
            return ranked.performance();
        }

        CompetitorId competitor() {
            return ranked.competitor();
        }
    }

    /** A unit of which nothing is known. */
    static final UnitStanding UNKNOWN = new UnitStanding(Stage.OPEN, Map.of(), List.of());

    /** The stage that the statuses of a unit mean. A protest leaves a result in place until it is decided. */
    public static Stage stage(@Nullable ResultStatus status, @Nullable ScheduleStatus schedule) {
        if (status == ResultStatus.OFFICIAL) {
            return Stage.OFFICIAL;
        }
        if (schedule == ScheduleStatus.CANCELLED) {
            return Stage.CANCELLED;
        }
        return status == ResultStatus.UNOFFICIAL
                        || status == ResultStatus.PROTESTED
                        || status == ResultStatus.PROVISIONAL
                ? Stage.UNOFFICIAL
                : Stage.OPEN;
    }

    /** A match that nobody plays: whoever is drawn into it has won. */
    static UnitStanding bye(Map<CompetitorId, Starter> starters) {
        return starters.size() == 1
                ? new UnitStanding(
                        Stage.OFFICIAL,
                        starters,
                        List.of(Byes.winner(starters.values().iterator().next())))
                : new UnitStanding(Stage.OPEN, starters, List.of());
    }

    /** Whether the unit counts, or will never. */
    boolean isSettled(boolean officialOnly) {
        return stage == Stage.CANCELLED || counts(officialOnly);
    }

    boolean counts(boolean officialOnly) {
        return stage == Stage.OFFICIAL || (stage == Stage.UNOFFICIAL && !officialOnly);
    }

    /** The only one with this rank; empty when nobody has it or several share it. */
    Optional<Line> at(int rank) {
        return lines.stream()
                .filter(line -> line.ranked().rank() != null
                        && line.ranked().rank() == rank
                        && !line.ranked().rankEqual())
                .findAny();
    }
}
