package org.podium.lab.replay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.podium.model.wire.VenueEvent;

/**
 * Hands each event of a timetable over at its moment. Each venue is a thread of its own, as each is a place of its own.
 */
public final class Player {

    private final InstantSource clock;

    public Player(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Plays the timetable to its end.
     *
     * @param venue takes one event at a time of each venue, in order
     * @throws InterruptedException when interrupted; the venues then stop, too
     */
    public void play(Timetable timetable, Venue venue) throws InterruptedException {
        Map<String, List<TimedEvent>> byVenue = timetable.events().stream()
                .collect(Collectors.groupingBy(timed -> timed.event().getVenue()));
        ExecutorService venues = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("venue-", 1).factory());
        try {
            List<Future<?>> ends = new ArrayList<>();
            byVenue.values()
                    .forEach(events -> ends.add(venues.submit(() -> {
                        for (TimedEvent event : events) {
                            await(event);
                            venue.take(event.event());
                        }
                        return null;
                    })));
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A venue of the replay failed", e.getCause());
        } finally {
            venues.shutdownNow();
        }
    }

    /** Takes events as a venue's agent does. */
    @FunctionalInterface
    public interface Venue {
        void take(VenueEvent event) throws Exception;
    }

    private void await(TimedEvent event) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), event.taken());
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }
}
