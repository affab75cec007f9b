package org.podium.gateway.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultFlag;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;

/** A unit whose result goes from version to version. */
public final class SampleUnit {

    private final Result.Builder result;
    private long version;

    /** A unit that starts at an instant. */
    public SampleUnit(String competition, String unit, Instant start) {
        this.result = Result.newBuilder()
                .setCompetition(competition)
                .setUnit(unit)
                .setFeed(FeedFlag.PRODUCTION)
                .setVersion(1)
                .setDisciplineName("Athletics")
                .setEventName("Men's 100m")
                .setUnitName("Final")
                .setVenue("STA")
                .setVenueName("Old Stadium")
                .setScheduledStart(start)
                .setMedalEvent(false)
                .setSource("TIMING-1")
                .setVenueTime(start)
                .setTakenAt(start)
                .setChange(Change.newBuilder().setKind(ChangeKind.MARK).build())
                .setLines(new ArrayList<>());
    }

    public SampleUnit named(String discipline, String event, String unit, String venue) {
        result.setDisciplineName(discipline)
                .setEventName(event)
                .setUnitName(unit)
                .setVenueName(venue);
        return this;
    }

    public SampleUnit medalEvent() {
        result.setMedalEvent(true);
        return this;
    }

    public SampleUnit status(@Nullable ResultStatus status, @Nullable ScheduleStatus schedule) {
        result.setStatus(status).setScheduleStatus(schedule);
        return this;
    }

    public SampleUnit lines(List<ResultLine> lines) {
        List<ResultLine> sorted = new ArrayList<>();
        for (ResultLine line : lines) {
            sorted.add(
                    ResultLine.newBuilder(line).setSortOrder(sorted.size() + 1).build());
        }
        result.setLines(sorted);
        return this;
    }

    public SampleUnit changed(ChangeKind kind, @Nullable String competitor, @Nullable String reason) {
        result.setChange(Change.newBuilder()
                .setKind(kind)
                .setCompetitor(competitor)
                .setReason(reason)
                .build());
        return this;
    }

    public SampleUnit flags(ResultFlag... flags) {
        result.setFlags(List.of(flags));
        return this;
    }

    /** The next version, taken at an instant. */
    public Result next(Instant taken) {
        version++;
        return Result.newBuilder(result.setVersion(version).setTakenAt(taken).build())
                .build();
    }
}
