package org.podium.lab.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.podium.model.id.VenueCode;

/**
 * Simulated units of every ranking rule, played before anything counts, under a competition code of their own. The JVM
 * compiles what runs often: the first results after a start take a second, those after a thousand venue events
 * hundredths of one (ADR 0039).
 */
public final class WarmUp {

    /** Under which everything is played. */
    private static final String COMPETITION = "WARM-UP";

    /** Three of each of the simulated sports, a thousand venue events in all. */
    private static final int UNITS = 30;

    private static final Duration LENGTH = Duration.ofSeconds(4);

    private WarmUp() {}

    /** The timetable of a warm-up that begins now; a number tells it from others on the same data. */
    public static Timetable of(List<VenueCode> venues, int number, InstantSource clock) {
        List<Script> units = Simulated.units(UNITS, COMPETITION + "-" + number, venues, LENGTH);
        return Timetable.of(units, clock.instant(), BigDecimal.ONE, UnaryOperator.identity());
    }
}
