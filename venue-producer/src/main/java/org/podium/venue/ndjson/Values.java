package org.podium.venue.ndjson;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns single values into what they stand for. What is wrong is noted with the field where it stands; of a value that
 * is not there nothing is noted, that has been done or need not be.
 */
final class Values {

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    /** A text that the parser takes; empty where it does not. */
    String text(String field, @Nullable Json value, Reason reason, Function<String, ?> parser) {
        return parsed(
                field,
                value,
                reason,
                text -> {
                    Object ignored = parser.apply(text);
                    return text;
                },
                "");
    }

    /** What the parser makes of a text, or the replacement where it throws {@link IllegalArgumentException}. */
    <T> T parsed(String field, @Nullable Json value, Reason reason, Function<String, T> parser, T replacement) {
        switch (value) {
            case null -> {}
            case Json.Text text -> {
                try {
                    return parser.apply(text.value());
                } catch (IllegalArgumentException e) {
                    problems.add(reason, field, text.place(), String.valueOf(e.getMessage()));
                }
            }
            case Json.Digits digits ->
                wrongType(field, digits, "a text in quotes: \"" + Json.abbreviated(digits.literal()) + "\"");
            default -> wrongType(field, value, "a text in quotes");
        }
        return replacement;
    }

    /** The word of an enum that a text names; never the unknown one, which stands for no word of the format. */
    <E extends Enum<E>> E word(String field, @Nullable Json value, Class<E> type, E unknown) {
        return parsed(
                field,
                value,
                Reason.UNKNOWN_WORD,
                text -> words(type, unknown)
                        .filter(word -> word.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("'%s' is none of %s"
                                .formatted(
                                        Json.abbreviated(text),
                                        words(type, unknown).map(Enum::name).collect(Collectors.joining(", "))))),
                unknown);
    }

    private static <E extends Enum<E>> Stream<E> words(Class<E> type, E unknown) {
        return Arrays.stream(type.getEnumConstants()).filter(word -> word != unknown);
    }

    /**
     * A whole number within bounds; the least where it is none. {@code 3.0} and {@code 1e3} are whole, as in JSON
     * Schema.
     */
    long whole(String field, Json value, long least, long most) {
        if (!(value instanceof Json.Digits digits)) {
            wrongType(field, value, "a whole number without quotes");
            return least;
        }
        if (isWhole(digits.literal(), least, most)) {
            return new BigDecimal(digits.literal()).longValueExact();
        }
        problems.add(
                Reason.OUT_OF_RANGE,
                field,
                value.place(),
                "%s is not a whole number from %d to %d".formatted(Json.abbreviated(digits.literal()), least, most));
        return least;
    }

    /** Compares and never expands the number: its exponent may be anything. */
    private static boolean isWhole(String literal, long least, long most) {
        try {
            BigDecimal number = new BigDecimal(literal);
            return number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0
                    && number.stripTrailingZeros().scale() <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Notes a value of another type than is due. */
    void wrongType(String field, Json value, String due) {
        problems.add(
                Reason.WRONG_TYPE,
                field,
                value.place(),
                "this is %s; it has to be %s".formatted(value.described(), due));
    }
}
