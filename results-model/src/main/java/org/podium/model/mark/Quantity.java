package org.podium.model.mark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact measured value: a whole number of millionths of a base unit (second, metre, kilogram, point, stroke, place).
 * Never a floating-point number, so that equal marks are equal. Printed without trailing zeros ({@code 9.784}) and
 * parsed from that or from a clock form ({@code 1:28.03}, {@code 2:50:31}), whose seconds, and minutes after hours, are
 * below 60.
 *
 * @param millionths value in millionths of the base unit; negative values exist (a wind reading, golf to par)
 */
public record Quantity(long millionths) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(0);

    /** Millionths in one base unit. */
    public static final long ONE = 1_000_000L;

    private static final int SCALE = 6;

    /** Characters of a wrong text that a message repeats. */
    private static final int LONGEST_SHOWN = 60;

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,13}(\\.\\d{1,6})?");
    private static final Pattern CLOCK =
            Pattern.compile("(-?)(?:(\\d{1,3}):(?=[0-5]\\d:))?(\\d{1,3}):([0-5]\\d(?:\\.\\d{1,6})?)");

    /** A whole number of base units. */
    public static Quantity ofWhole(long units) {
        return new Quantity(Math.multiplyExact(units, ONE));
    }

    /**
     * The quantity that a decimal ({@code 8.36}) or a clock text ({@code 1:28.03}, {@code 2:50:31}) prints; at most six
     * decimals.
     *
     * @throws NumberFormatException when the text is neither
     */
    public static Quantity parse(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            long hours = clock.group(2) == null ? 0 : Long.parseLong(clock.group(2));
            long minutes = Long.parseLong(clock.group(3));
            long absolute = (hours * 60 + minutes) * 60 * ONE + decimal(clock.group(4));
            return new Quantity(clock.group(1).isEmpty() ? absolute : -absolute);
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw notAMark(text);
        }
        try {
            return new Quantity(decimal(text));
        } catch (ArithmeticException e) {
            throw notAMark(text);
        }
    }

    private static long decimal(String text) {
        return new BigDecimal(text).movePointRight(SCALE).longValueExact();
    }

    private static NumberFormatException notAMark(String text) {
        String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
        return new NumberFormatException("'" + shown + "' is not a mark: it has to be a decimal number with at most "
                + SCALE + " decimals, such as 8.36, or a time, such as 1:28.03 or 2:50:31");
    }

    /**
     * Rounded to so many decimals, from 0 to 6. Timing rounds up ({@link RoundingMode#CEILING}): World Athletics TR
     * 19.24.
     */
    public Quantity round(int decimals, RoundingMode mode) {
        return new Quantity(
                exact().setScale(decimals, mode).movePointRight(SCALE).longValueExact());
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(millionths, other.millionths));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(millionths, other.millionths));
    }

    /** As a decimal with exactly so many decimals, cut and not rounded: {@code 8.360} has three. */
    public String toDecimal(int decimals) {
        return exact().setScale(decimals, RoundingMode.DOWN).toPlainString();
    }

    /** As a time with so many decimals, cut and not rounded: {@code 9.79}, {@code 1:28.03}, {@code 2:50:31}. */
    public String toClock(int decimals) {
        long absolute = Math.abs(millionths);
        long minutes = absolute / ONE / 60;
        String seconds = new Quantity(absolute % (60 * ONE)).toDecimal(decimals);
        String sign = millionths < 0 ? "-" : "";
        if (minutes == 0) {
            return sign + seconds;
        }
        String padded = seconds.length() == 1 || seconds.charAt(1) == '.' ? "0" + seconds : seconds;
        return minutes < 60
                ? sign + minutes + ":" + padded
                : "%s%d:%02d:%s".formatted(sign, minutes / 60, minutes % 60, padded);
    }

    private BigDecimal exact() {
        return BigDecimal.valueOf(millionths, SCALE);
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(millionths, other.millionths);
    }

    @Override
    public String toString() {
        return millionths == 0 ? "0" : exact().stripTrailingZeros().toPlainString();
    }
}
