package org.podium.lab.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.podium.lab.recording.RecordedStep;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/**
 * A replay with all its times: decided before it starts, so that a delay on the way is seen as one.
 *
 * @param definitions the units, scheduled for when they run in the replay
 * @param events all events in order of time
 */
public record Timetable(List<UnitDefinition> definitions, List<TimedEvent> events) {

    public Timetable {
        definitions = List.copyOf(definitions);
        events = List.copyOf(events);
    }

    /**
     * Shifts scripts in time.
     *
     * @param start when the replay begins
     * @param speed how many times as fast as the scripts say
     * @param competition the code under which a competition is replayed, by its code in the scripts
     */
    public static Timetable of(
            List<Script> scripts, Instant start, BigDecimal speed, UnaryOperator<String> competition) {
        Shift shift = new Shift(start.truncatedTo(ChronoUnit.MICROS), speed, competition);
        return new Timetable(
                scripts.stream().map(shift::definition).toList(),
                scripts.stream()
                        .flatMap(script -> script.steps().stream())
                        .map(shift::event)
                        .sorted(Comparator.comparing(TimedEvent::taken))
                        .toList());
    }

    /** When the last event is taken; the epoch when there is none. */
    public Instant end() {
        return events.isEmpty() ? Instant.EPOCH : events.getLast().taken();
    }

    private record Shift(Instant start, BigDecimal speed, UnaryOperator<String> competition) {

        Instant moment(Duration at) {
            BigDecimal micros = BigDecimal.valueOf(at.toNanos() / 1_000).divide(speed, RoundingMode.DOWN);
            return start.plus(micros.longValue(), ChronoUnit.MICROS);
        }

        UnitDefinition definition(Script script) {
            UnitDefinition definition = script.definition();
            return UnitDefinition.newBuilder(definition)
                    .setCompetition(competition.apply(definition.getCompetition()))
                    .setScheduledStart(moment(firstRunning(script.steps())))
                    .setScheduledEnd(null)
                    .build();
        }

        TimedEvent event(RecordedStep step) {
            Instant moment = moment(step.at());
            VenueEvent event = step.event();
            return new TimedEvent(
                    moment,
                    VenueEvent.newBuilder(event)
                            .setCompetition(competition.apply(event.getCompetition()))
                            .setVenueTime(moment)
                            .build());
        }

        private static Duration firstRunning(List<RecordedStep> steps) {
            return steps.stream()
                    .filter(step -> step.event().getScheduleStatus() == ScheduleStatus.RUNNING)
                    .findFirst()
                    .or(() -> steps.stream().findFirst())
                    .map(RecordedStep::at)
                    .orElse(Duration.ZERO);
        }
    }
}
