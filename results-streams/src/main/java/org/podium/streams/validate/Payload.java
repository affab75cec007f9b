package org.podium.streams.validate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Irm;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.streams.rank.Score;

/** What a venue event says about its unit. */
public sealed interface Payload {

    /** All starters. */
    record StartList(List<Starter> starters) implements Payload {
        public StartList {
            starters = List.copyOf(starters);
        }
    }

    /** How far the result is decided. */
    record Decided(ResultStatus status) implements Payload {}

    /** Where the unit stands in the schedule. */
    record Scheduled(ScheduleStatus status) implements Payload {}

    /** A mark of a competitor. */
    record Scored(CompetitorId competitor, Score score) implements Payload {}

    /**
     * An IRM of a competitor.
     *
     * @param point part of the unit that it belongs to; empty for the whole unit
     * @param irm null takes back the one that was given before
     */
    record Marked(
            CompetitorId competitor, String point, @Nullable Irm irm) implements Payload {}
}
