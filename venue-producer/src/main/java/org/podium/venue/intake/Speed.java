package org.podium.venue.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How fast a file of events is sent. Printed and parsed as {@code 1}, {@code 10}, {@code 0.5}: so many times as fast as
 * the events' own venue times; {@code max} or {@code as-they-come}: each as soon as its line is there.
 *
 * @param factor how many times as fast; empty when venue times do not matter
 */
public record Speed(Optional<BigDecimal> factor) {

    /** Each event as soon as its line is there. */
    public static final Speed AS_THEY_COME = new Speed(Optional.empty());

    private static final Pattern GRAMMAR = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");

    /**
     * The speed that the text prints.
     *
     * @throws IllegalArgumentException when it prints none
     */
    public static Speed parse(String text) {
        if (text.equals("max") || text.equals("as-they-come")) {
            return AS_THEY_COME;
        }
        if (!GRAMMAR.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException(
                    "'%s' is not a speed: write a number over 0, such as 1 or 10, or max, or as-they-come"
                            .formatted(text));
        }
        return new Speed(Optional.of(new BigDecimal(text)));
    }

    /** How long after the start something is due that happened so long after the first event; empty when at once. */
    Optional<Duration> due(Duration afterFirst) {
        return factor.map(times -> Duration.ofNanos(BigDecimal.valueOf(afterFirst.toNanos())
                .divide(times, RoundingMode.DOWN)
                .longValue()));
    }

    @Override
    public String toString() {
        return factor.map(BigDecimal::toPlainString).orElse("as-they-come");
    }
}
