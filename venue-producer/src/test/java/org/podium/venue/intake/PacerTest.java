package org.podium.venue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.VenueEvent;

class PacerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final StoppedClock clock = new StoppedClock(NOW);
    private final List<Duration> announced = new ArrayList<>();

    @Test
    void keepsTheTimeBetweenEventsAtSpeedOne() throws InterruptedException {
        Pacer pacer = pacer("1", false);
        pacer.hold(at(0));
        pacer.hold(at(3));
        pacer.hold(at(5));
        assertThat(clock.pauses()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2));
    }

    @Test
    void dividesTheTimeBetweenEventsByTheSpeed() throws InterruptedException {
        Pacer pacer = pacer("10", false);
        pacer.hold(at(0));
        pacer.hold(at(3));
        assertThat(clock.pauses()).containsExactly(Duration.ofMillis(300));
    }

    @Test
    void doesNotWaitForTimeThatTheSendingItselfTook() throws InterruptedException {
        Pacer pacer = pacer("1", false);
        pacer.hold(at(0));
        clock.pass(Duration.ofSeconds(2));
        pacer.hold(at(3));
        clock.pass(Duration.ofSeconds(9));
        pacer.hold(at(5));
        assertThat(clock.pauses()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void neverWaitsWhenEventsAreSentAsTheyCome() throws InterruptedException {
        Pacer pacer = pacer("max", false);
        pacer.hold(at(0));
        pacer.hold(at(3_600));
        assertThat(clock.pauses()).isEmpty();
    }

    @Test
    void sendsAnEventFromBeforeTheFirstOneAtOnce() throws InterruptedException {
        Pacer pacer = pacer("1", false);
        pacer.hold(at(0));
        pacer.hold(at(-60));
        assertThat(clock.pauses()).isEmpty();
    }

    @Test
    void leavesVenueTimesAloneUnlessTheyAreToBeShifted() throws InterruptedException {
        assertThat(pacer("1", false).hold(at(7))).isEqualTo(at(7));
    }

    @Test
    void shiftsVenueTimesToWhenTheEventsAreDue() throws InterruptedException {
        Pacer pacer = pacer("2", true);
        List<Instant> shifted = new ArrayList<>();
        for (int second : new int[] {0, 4, 10}) {
            shifted.add(pacer.hold(at(second)).getVenueTime());
        }
        assertThat(shifted).containsExactly(NOW, NOW.plusSeconds(2), NOW.plusSeconds(5));
    }

    @Test
    void shiftsVenueTimesToTheMomentOfSendingWhenNothingIsPaced() throws InterruptedException {
        Pacer pacer = pacer("as-they-come", true);
        pacer.hold(at(0));
        clock.pass(Duration.ofSeconds(1));
        VenueEvent later = pacer.hold(at(3_600));
        assertThat(later.getVenueTime()).isEqualTo(NOW.plusSeconds(1));
        assertThat(later.getSequence()).isEqualTo(at(3_600).getSequence());
    }

    @Test
    void announcesAPauseThatCouldBeTakenForAStandstill() throws InterruptedException {
        Pacer pacer = pacer("1", false);
        pacer.hold(at(0));
        pacer.hold(at(10));
        pacer.hold(at(3_610));
        assertThat(announced).containsExactly(Duration.ofHours(1));
    }

    @Test
    void keepsTheLeastTimeBetweenEventsWhateverTheSpeed() throws InterruptedException {
        Pacer pacer = pacer("max", false, Duration.ofMillis(10));
        pacer.hold(at(0));
        pacer.hold(at(1));
        clock.pass(Duration.ofMillis(4));
        pacer.hold(at(2));
        clock.pass(Duration.ofMillis(15));
        pacer.hold(at(3));
        assertThat(clock.pauses()).containsExactly(Duration.ofMillis(10), Duration.ofMillis(6));
    }

    private Pacer pacer(String speed, boolean shift) {
        return pacer(speed, shift, Duration.ZERO);
    }

    private Pacer pacer(String speed, boolean shift, Duration between) {
        return new Pacer(Speed.parse(speed), shift, between, clock, clock, announced::add);
    }

    private static VenueEvent at(int second) {
        return Lines.event("STA", 1, Lines.FIRST.plusSeconds(second));
    }
}
