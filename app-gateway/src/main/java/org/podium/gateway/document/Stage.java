package org.podium.gateway.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;

/**
 * Where a unit stands for a spectator: still to come, going on, or over. Both statuses of a unit decide it together,
 * because a venue may send either of them late.
 */
public enum Stage {
    NEXT,
    LIVE,
    FINISHED;

    /** Stage of a unit with these statuses; null is a status not sent yet. */
    public static Stage of(@Nullable ResultStatus result, @Nullable ScheduleStatus schedule) {
        if (schedule == ScheduleStatus.CANCELLED) {
            return FINISHED;
        }
        if (result != null) {
            switch (result) {
                case UNOFFICIAL, OFFICIAL, PROTESTED, PROVISIONAL -> {
                    return FINISHED;
                }
                case LIVE, INTERMEDIATE, UNCONFIRMED, PARTIAL -> {
                    return LIVE;
                }
                case START_LIST, UNKNOWN -> {
                    // Decided by the schedule: a start list stays the newest result status until the first mark.
                }
            }
        }
        return schedule == null ? NEXT : ofSchedule(schedule);
    }

    private static Stage ofSchedule(ScheduleStatus schedule) {
        return switch (schedule) {
            case RUNNING, INTERRUPTED, SCHEDULED_BREAK -> LIVE;
            case FINISHED, CANCELLED -> FINISHED;
            case UNKNOWN, UNSCHEDULED, SCHEDULED, GETTING_READY, DELAYED, POSTPONED, RESCHEDULED -> NEXT;
        };
    }

    /** Name in documents and queries. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
