package org.podium.streams.fold;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Irm;
import org.podium.model.wire.ResultFlag;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.Score;
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

    private static final class Gathering {
        private final List<Score> scores = new ArrayList<>();
        private final Map<String, Irm> pointIrms = new TreeMap<>();
        private @Nullable Irm irm;
    }

    static UnitView of(UnitState state, Definition definition, boolean gap) {
        Map<CompetitorId, Starter> starters = starters(state, definition);
        Map<CompetitorId, Gathering> gathered = new LinkedHashMap<>();
        starters.keySet().forEach(competitor -> gathered.put(competitor, new Gathering()));
        for (Payload top : state.slots().tops()) {
            gather(top, gathered);
        }
        List<Performance> performances = new ArrayList<>();
        gathered.forEach((competitor, gathering) -> {
            Starter starter = starters.get(competitor);
            if (starter != null) {
                performances.add(new Performance(
                        competitor,
                        starter.startOrder(),
                        starter.lot(),
                        gathering.scores,
                        gathering.irm,
                        gathering.pointIrms));
            }
        });
        return new UnitView(
                state.slots().top(Slot.RESULT_STATUS) instanceof Payload.Decided(ResultStatus status) ? status : null,
                state.slots().top(Slot.SCHEDULE_STATUS) instanceof Payload.Scheduled(ScheduleStatus status)
                        ? status
                        : null,
                starters,
                List.copyOf(performances),
                flags(state, gap));
    }

    /** What is said of a competitor who is not known waits in its slot and is not shown. */
    private static void gather(Payload top, Map<CompetitorId, Gathering> gathered) {
        switch (top) {
            case Payload.Scored(CompetitorId competitor, Score score) -> {
                Gathering of = gathered.get(competitor);
                if (of != null) {
                    of.scores.add(score);
                }
            }
            case Payload.Marked(CompetitorId competitor, String point, Irm irm) -> {
                Gathering of = gathered.get(competitor);
                if (of != null && irm != null) {
                    if (point.isEmpty()) {
                        of.irm = irm;
                    } else {
                        of.pointIrms.put(point, irm);
                    }
                }
            }
            case Payload.StartList ignored -> {}
            case Payload.Decided ignored -> {}
            case Payload.Scheduled ignored -> {}
        }
    }

    static Map<CompetitorId, Starter> starters(UnitState state, Definition definition) {
        Map<CompetitorId, Starter> starters = new LinkedHashMap<>(definition.entries());
        if (state.slots().top(Slot.START_LIST) instanceof Payload.StartList(List<Starter> list)) {
            list.forEach(starter -> starters.put(starter.competitor(), starter));
        }
        return starters;
    }

    /** Whether a competitor is expected or on the start list. */
    static boolean knows(UnitState state, Definition definition, CompetitorId competitor) {
        return definition.entries().containsKey(competitor)
                || (state.slots().top(Slot.START_LIST) instanceof Payload.StartList(List<Starter> list)
                        && list.stream()
                                .anyMatch(starter -> starter.competitor().equals(competitor)));
    }

    private static Set<ResultFlag> flags(UnitState state, boolean gap) {
        Set<ResultFlag> flags = EnumSet.noneOf(ResultFlag.class);
        if (gap) {
            flags.add(ResultFlag.SEQUENCE_GAP);
        }
        boolean clockSuspect = state.sources().entrySet().stream()
                .anyMatch(source -> source.getValue().clockSuspect()
                        && (source.getKey().desk()
                                || source.getKey()
                                        .source()
                                        .equals(state.charge().source())));
        if (clockSuspect) {
            flags.add(ResultFlag.CLOCK_SUSPECT);
        }
        if (state.corrections().corrected()) {
            flags.add(ResultFlag.CORRECTED);
        }
        return flags;
    }
}
