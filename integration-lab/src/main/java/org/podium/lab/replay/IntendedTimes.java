package org.podium.lab.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.podium.lab.reader.SeenResult;
import org.podium.model.id.UnitKey;

/** When each event was meant to be taken, by what identifies it. May be used from any thread. */
public final class IntendedTimes {

    private final Map<EventId, Instant> times = new ConcurrentHashMap<>();

    /** Takes note of all events of the timetable. */
    public void add(Timetable timetable) {
        timetable.events().forEach(timed -> {
            UnitKey unit =
                    UnitKey.of(timed.event().getCompetition(), timed.event().getUnit());
            times.put(new EventId(unit, timed.event().getSource(), timed.event().getSequence()), timed.taken());
        });
    }

    /**
     * How long each event that a result is the first to show took from when it was meant to be taken; in the order of
     * the events, without those that are in no timetable.
     */
    public List<Duration> latencies(SeenResult result) {
        return result.events().stream()
                .map(event -> times.get(new EventId(result.unit(), event.source(), event.sequence())))
                .filter(Objects::nonNull)
                .map(taken -> Duration.between(taken, result.arrived()))
                .toList();
    }

    private record EventId(UnitKey unit, String source, long sequence) {}
}
