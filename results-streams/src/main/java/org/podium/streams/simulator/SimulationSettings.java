package org.podium.streams.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.VenueCode;

/**
 * What simulated units have in common.
 *
 * @param competition the competition they belong to; one of its own, so that nobody takes them for real
 * @param venues where they take place, in turn; not empty
 * @param start venue time of the first event of every unit
 * @param duration from the first event of a unit to its last
 * @param competitors how many a unit has, 2 to 200; a match has two
 * @param marksEach about how many marks a competitor makes, 1 to 50, as far as its sport has so many: the density,
 *     since a unit has about {@code competitors * marksEach} events in its duration
 * @param unitsAFinal of so many units one gives medals, 1 to 1,000; the others are heats
 */
public record SimulationSettings(
        CompetitionCode competition,
        List<VenueCode> venues,
        Instant start,
        Duration duration,
        int competitors,
        int marksEach,
        int unitsAFinal) {

    /** Of {@link #unitsAFinal}: every unit gives medals. */
    public static final int ALL_FINALS = 1;

    private static final int MOST_COMPETITORS = 200;
    private static final int MOST_MARKS = 50;
    private static final int MOST_UNITS_A_FINAL = 1_000;

    /** @throws IllegalArgumentException when a number is out of range, or there is no venue */
    public SimulationSettings {
        venues = List.copyOf(venues);
        if (venues.isEmpty()) {
            throw new IllegalArgumentException("a simulation needs a venue");
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a unit cannot last " + duration);
        }
        check("competitors", competitors, 2, MOST_COMPETITORS);
        check("marks of each", marksEach, 1, MOST_MARKS);
        check("units a final", unitsAFinal, 1, MOST_UNITS_A_FINAL);
    }

    private static void check(String what, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException("%s: %d is not from %d to %d".formatted(what, number, least, most));
        }
    }
}
