package org.podium.streams.fold;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.ResultFlag;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.streams.rank.Performance;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.Payload;
import org.podium.streams.validate.Starter;

/**
 * What counts of all that was said about a unit.
 *
 * @param status null before the first
 * @param scheduleStatus null before the first
 * @param starters expected competitors and those of the start list, which says the last word about each
 * @param performances of the starters, in their order
 * @param flags what a reader should know
 */
public record UnitView(
        @Nullable ResultStatus status,
        @Nullable ScheduleStatus scheduleStatus,
        Map<CompetitorId, Starter> starters,
        List<Performance> performances,
        Set<ResultFlag> flags) {

    static UnitView of(UnitState state, Definition definition, boolean gap) {
        Field field = state.field(definition);
        return new UnitView(
                state.slots().top(Slot.RESULT_STATUS) instanceof Payload.Decided(ResultStatus status) ? status : null,
                state.slots().top(Slot.SCHEDULE_STATUS) instanceof Payload.Scheduled(ScheduleStatus status)
                        ? status
                        : null,
                field.starters(),
                field.performances(),
                flags(state, gap, definition.defaultRule()));
    }

    private static Set<ResultFlag> flags(UnitState state, boolean gap, boolean defaultRule) {
        Set<ResultFlag> flags = EnumSet.noneOf(ResultFlag.class);
        if (gap) {
            flags.add(ResultFlag.SEQUENCE_GAP);
        }
        if (state.anyHeeded(SourceLog::clockSuspect)) {
            flags.add(ResultFlag.CLOCK_SUSPECT);
        }
        if (state.corrections().corrected()) {
            flags.add(ResultFlag.CORRECTED);
        }
        if (defaultRule) {
            flags.add(ResultFlag.DEFAULT_RULE);
        }
        return flags;
    }
}
