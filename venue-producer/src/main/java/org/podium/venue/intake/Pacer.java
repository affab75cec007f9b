package org.podium.venue.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.podium.model.serde.TrustedRecords;
import org.podium.model.wire.VenueEvent;

/**
 * Holds each event back until it is due by the venue times of the events and a speed, and moves its venue time to now
 * where that is wanted. The first event is due at once; one whose venue time lies before that of the first is, too.
 */
public final class Pacer {

    /** A pause over this is announced: it could be taken for a standstill. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(10);

    private final Speed speed;
    private final boolean shiftToNow;
    private final Duration between;
    private final InstantSource clock;
    private final Pause pause;
    private final Consumer<Duration> onLongPause;
    private @Nullable Instant firstVenueTime;
    private Instant start = Instant.EPOCH;
    private Instant last = Instant.EPOCH;

    /**
     * A pacer that has not begun.
     *
     * @param shiftToNow whether an event's venue time becomes the moment when it is due
     * @param between the least time between two events, whatever the speed; zero for none
     * @param onLongPause is told before a pause that people would wonder about
     */
    public Pacer(
            Speed speed,
            boolean shiftToNow,
            Duration between,
            InstantSource clock,
            Pause pause,
            Consumer<Duration> onLongPause) {
        this.speed = speed;
        this.shiftToNow = shiftToNow;
        this.between = between;
        this.clock = clock;
        this.pause = pause;
        this.onLongPause = onLongPause;
        TrustedRecords.add(VenueEvent.class); // a shifted event is a copy, and Avro copies only what it trusts
    }

    /** Returns the event when it is due. */
    VenueEvent hold(VenueEvent event) throws InterruptedException {
        if (firstVenueTime == null) {
            firstVenueTime = event.getVenueTime();
            start = clock.instant();
        }
        Instant due = speed.due(Duration.between(firstVenueTime, event.getVenueTime()))
                .map(start::plus)
                .orElseGet(clock::instant);
        if (due.isBefore(last.plus(between))) {
            due = last.plus(between);
        }
        Duration left = Duration.between(clock.instant(), due);
        if (left.isPositive()) {
            if (left.compareTo(LONG_PAUSE) > 0) {
                onLongPause.accept(left);
            }
            pause.of(left);
        }
        last = clock.instant();
        return shiftToNow
                ? VenueEvent.newBuilder(event)
                        .setVenueTime(due.truncatedTo(ChronoUnit.MICROS))
                        .build()
                : event;
    }
}
