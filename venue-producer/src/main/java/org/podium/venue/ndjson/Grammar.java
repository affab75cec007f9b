package org.podium.venue.ndjson;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.podium.model.mark.Quantity;

/** What the texts of the format have to look like, beyond the ids. Kept equal to {@code venue-events.schema.json}. */
final class Grammar {

    /** Whole numbers up to here are exact in every JSON library, also in those that read numbers as doubles. */
    static final long MOST_EXACT = 9_007_199_254_740_991L;

    /** Name of a component of a mark, such as J1. */
    static final Pattern COMPONENT = Pattern.compile("[A-Z][A-Z0-9]{0,7}");

    static final String COMPONENT_GRAMMAR = "1 to 8 of A-Z and 0-9, such as D, J1 or WIND";

    /** Name of a ranking rule or of a parameter. */
    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    static final String KEBAB_GRAMMAR = "lower-case words with '-' between, such as shown-decimals";

    private static final Pattern POINT = Pattern.compile("[A-Za-z0-9._+-]{0,16}");
    private static final Pattern EVENT = Pattern.compile("[A-Z0-9]{3}[MWXO][A-Z0-9-]{18}");
    private static final Pattern PHASE = Pattern.compile("[A-Z0-9]{1,8}");
    private static final Pattern GROUP = Pattern.compile("[A-Z0-9]{0,8}");
    private static final Pattern QUALIFICATION = Pattern.compile("[A-Za-z][A-Za-z0-9/-]{0,5}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");
    private static final Pattern INSTANT = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?(Z|[+-](0\\d|1[0-7]):[0-5]\\d)");
    private static final Pattern SOMETHING = Pattern.compile("\\S", Pattern.UNICODE_CHARACTER_CLASS);

    private Grammar() {}

    /** Any text with something in it. */
    static String filled(String text) {
        if (!SOMETHING.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "this text is empty; fill it or leave the field out where it may be left out");
        }
        return text;
    }

    static String point(String text) {
        return match(POINT, text, "a point of at most 16 letters, digits and . _ + -, such as 400m, CJ, 2.39 or R3");
    }

    /** The first 22 characters of an RSC. */
    static String event(String text) {
        return match(EVENT, text, "the first 22 characters of an RSC, such as ATHM100M--------------");
    }

    /** Code of a phase within its event. */
    static String phase(String text) {
        return match(PHASE, text, "a code of 1 to 8 of A-Z and 0-9, such as HEAT");
    }

    /** Group within a phase. */
    static String group(String text) {
        return match(GROUP, text, "a group of up to 8 of A-Z and 0-9, such as A");
    }

    /** Qualification mark. */
    static String qualificationMark(String text) {
        return match(QUALIFICATION, text, "1 to 6 letters, digits, '/' and '-', such as Q, q, Re or SA/B");
    }

    static String code(String text) {
        return match(CODE, text, "a code of 1 to 30 of A-Z, 0-9 and '_', such as TOO_LARGE");
    }

    static String rule(String text) {
        return match(KEBAB, text, KEBAB_GRAMMAR);
    }

    /** An exact value: {@code 8.36}, {@code 1:28.03}. */
    static Long millionths(String text) {
        return Quantity.parse(text).millionths();
    }

    /** An instant to the microsecond: {@code 2024-08-04T19:55:00.123456Z}, or with an offset from UTC. */
    static Instant instant(String text) {
        if (INSTANT.matcher(text).matches()) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                // no such day, said below
            }
        }
        throw new IllegalArgumentException(
                "'%s' is not a time: write date, T, time with at most 6 decimals, and Z for UTC or the offset, such as 2024-08-04T19:55:00.123456Z or 2024-08-04T21:55:00+02:00"
                        .formatted(Json.abbreviated(text)));
    }

    private static String match(Pattern pattern, String text, String grammar) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("'%s' has to be %s".formatted(Json.abbreviated(text), grammar));
        }
        return text;
    }
}
