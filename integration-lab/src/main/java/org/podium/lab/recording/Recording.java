package org.podium.lab.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/**
 * One recorded unit.
 *
 * @param slug name of its folder
 * @param definition its reference data
 * @param events what the venue said, in order of sequence, at the times of the real competition
 * @param deskEvents what the results desk said, in order of sequence; empty in most recordings
 * @param official what it has to end in
 * @param startOffset when it begins in a replay of all recordings at speed 1
 * @param compression by how much the pauses between its events are divided at speed 1, at least 1
 * @param longestPause the longest pause left at speed 1; a longer one, such as a night between two rounds, is cut to it
 */
public record Recording(
        String slug,
        UnitDefinition definition,
        List<VenueEvent> events,
        List<VenueEvent> deskEvents,
        OfficialResult official,
        Duration startOffset,
        BigDecimal compression,
        Duration longestPause) {

    public Recording {
        events = List.copyOf(events);
        deskEvents = List.copyOf(deskEvents);
    }

    /** Venue and desk events in order of time, each with the moment of a replay at speed 1 at which it is sent. */
    public List<RecordedStep> steps() {
        List<VenueEvent> inOrder = Stream.concat(events.stream(), deskEvents.stream())
                .sorted(Comparator.comparing(VenueEvent::getVenueTime))
                .toList();
        List<RecordedStep> steps = new ArrayList<>(inOrder.size());
        Duration at = startOffset;
        Instant before = inOrder.getFirst().getVenueTime();
        for (VenueEvent event : inOrder) {
            at = at.plus(pause(Duration.between(before, event.getVenueTime())));
            before = event.getVenueTime();
            steps.add(new RecordedStep(at, event));
        }
        return List.copyOf(steps);
    }

    /** When the last event is sent in a replay of all recordings at speed 1. */
    public Duration end() {
        return steps().getLast().at();
    }

    private Duration pause(Duration real) {
        Duration compressed = Duration.ofNanos(BigDecimal.valueOf(real.toNanos())
                .divide(compression, RoundingMode.DOWN)
                .longValueExact());
        return compressed.compareTo(longestPause) > 0 ? longestPause : compressed;
    }
}
