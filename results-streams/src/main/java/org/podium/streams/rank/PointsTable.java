package org.podium.streams.rank;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.MarkKind;

/**
 * Points of combined events: floor(A (B - T)^C) on the track, T in seconds, and floor(A (M - B)^C) in the field, M in
 * centimetres for jumps and in metres for throws.
 *
 * <p>Source: World Athletics, Scoring Tables for Combined Events; A, B and C recomputed on 361 scores of Rome 2024 and
 * Paris 2024.
 *
 * <p>The points are exact although C is not whole. {@link StrictMath#pow} gives an estimate, and where that is so near
 * to a whole number that its error could matter, p is reached if and only if A^n x^m is at least p^n, where C = m/n:
 * whole numbers of any size decide that.
 */
enum PointsTable {
    /** Men, ten events. */
    DECATHLON(Map.ofEntries(
            track("100M", "25.4347", "18", "1.81"),
            jump("LJ", MarkKind.DISTANCE, "0.14354", "220", "1.4"),
            throwing("SP", "51.39", "1.5", "1.05"),
            jump("HJ", MarkKind.HEIGHT, "0.8465", "75", "1.42"),
            track("400M", "1.53775", "82", "1.81"),
            track("110MH", "5.74352", "28.5", "1.92"),
            throwing("DT", "12.91", "4", "1.1"),
            jump("PV", MarkKind.HEIGHT, "0.2797", "100", "1.35"),
            throwing("JT", "10.14", "7", "1.08"),
            track("1500M", "0.03768", "480", "1.85"))),
    /** Women, seven events. */
    HEPTATHLON(Map.ofEntries(
            track("100MH", "9.23076", "26.7", "1.835"),
            jump("HJ", MarkKind.HEIGHT, "1.84523", "75", "1.348"),
            throwing("SP", "56.0211", "1.5", "1.05"),
            track("200M", "4.99087", "42.5", "1.81"),
            jump("LJ", MarkKind.DISTANCE, "0.188807", "210", "1.41"),
            throwing("JT", "15.9803", "3.8", "1.04"),
            track("800M", "0.11193", "254", "1.88")));

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.ofEntries, which nobody can change
    private final Map<String, Formula> formulas;

    PointsTable(Map<String, Formula> formulas) {
        this.formulas = formulas;
    }

    /** The formula of an event; null when the competition has no such event. */
    @Nullable
    Formula of(String event) {
        return formulas.get(event);
    }

    private static Map.Entry<String, Formula> track(String event, String a, String b, String c) {
        return formula(event, MarkKind.TIME, 2, a, b, c);
    }

    private static Map.Entry<String, Formula> jump(String event, MarkKind kind, String a, String b, String c) {
        return formula(event, kind, 0, a, b, c);
    }

    private static Map.Entry<String, Formula> throwing(String event, String a, String b, String c) {
        return formula(event, MarkKind.DISTANCE, 2, a, b, c);
    }

    private static Map.Entry<String, Formula> formula(
            String event, MarkKind kind, int decimals, String a, String b, String c) {
        return Map.entry(event, new Formula(kind, decimals, new BigDecimal(a), new BigDecimal(b), new BigDecimal(c)));
    }

    /**
     * The formula of one event.
     *
     * @param kind what is measured; a time is better when it is less
     * @param decimals decimals of the mark in the formula's unit: 2 in seconds and metres, 0 in centimetres; the mark
     *     is 1/100 s or 1 cm in both
     */
    record Formula(MarkKind kind, int decimals, BigDecimal a, BigDecimal b, BigDecimal c) {

        /** How near to a whole number the estimate has to be checked; its error is below 1e-9. */
        private static final double DOUBT = 1e-6;

        private static final long HUNDREDTH = Quantity.ONE / 100;

        /** Points of a mark, 0 when it is too weak for any. */
        long points(Quantity mark) {
            long hundredths =
                    kind == MarkKind.TIME ? Math.ceilDiv(mark.millionths(), HUNDREDTH) : mark.millionths() / HUNDREDTH;
            BigDecimal measured = BigDecimal.valueOf(hundredths, decimals);
            BigDecimal base = kind == MarkKind.TIME ? b.subtract(measured) : measured.subtract(b);
            if (base.signum() <= 0) {
                return 0;
            }
            double estimate = a.doubleValue() * StrictMath.pow(base.doubleValue(), c.doubleValue());
            long nearest = StrictMath.round(estimate);
            if (StrictMath.abs(estimate - nearest) > DOUBT) {
                return (long) estimate;
            }
            return reaches(base, nearest) ? nearest : nearest - 1;
        }

        /** Whether a x^c is at least p, without rounding: a^n x^m against p^n, where c = m/n. */
        private boolean reaches(BigDecimal x, long p) {
            int n = BigInteger.TEN.pow(c.scale()).intValueExact();
            int m = c.unscaledValue().intValueExact();
            return a.pow(n).multiply(x.pow(m)).compareTo(BigDecimal.valueOf(p).pow(n)) >= 0;
        }
    }
}
