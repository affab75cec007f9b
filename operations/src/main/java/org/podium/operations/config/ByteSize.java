package org.podium.operations.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes. Grammar: a whole number and one of {@code B}, {@code KiB}, {@code MiB}, {@code GiB}, such as
 * {@code 64KiB}.
 *
 * @param bytes at least 0
 */
public record ByteSize(long bytes) {

    private static final Pattern GRAMMAR = Pattern.compile("(\\d{1,18}) ?(B|KiB|MiB|GiB)");
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    /** @throws IllegalArgumentException when it is negative */
    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size has to be 0 or more");
        }
    }

    /**
     * The size that the text prints.
     *
     * @throws IllegalArgumentException when it does not follow the grammar or is over 2^63 - 1 bytes
     */
    public static ByteSize parse(CharSequence text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a size needs a unit: B, KiB, MiB or GiB, such as 64KiB");
        }
        long unit = UNITS.getOrDefault(matcher.group(2), 1L);
        try {
            return new ByteSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a size has to be below 2^63 bytes", e);
        }
    }

    /**
     * The size as an {@code int}, which is what most APIs take.
     *
     * @throws ArithmeticException when it is 2 GiB or more
     */
    public int toInt() {
        return Math.toIntExact(bytes);
    }

    /** In the greatest unit that divides it. */
    @Override
    public String toString() {
        for (String unit : new String[] {"GiB", "MiB", "KiB"}) {
            long size = UNITS.getOrDefault(unit, 1L);
            if (bytes >= size && bytes % size == 0) {
                return bytes / size + unit;
            }
        }
        return bytes + "B";
    }
}
