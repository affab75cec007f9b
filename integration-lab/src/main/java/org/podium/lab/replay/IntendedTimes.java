package org.podium.lab.replay;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

    /** When the event behind a result was meant to be taken; empty for one that is in no timetable. */
    public Optional<Instant> of(UnitKey unit, @Nullable String source, @Nullable Long sequence) {
        return source == null || sequence == null
                ? Optional.empty()
                : Optional.ofNullable(times.get(new EventId(unit, source, sequence)));
    }

    private record EventId(UnitKey unit, String source, long sequence) {}
}
