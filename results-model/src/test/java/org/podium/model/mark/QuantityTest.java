package org.podium.model.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    private static final long A_THOUSAND_HOURS = 3_600_000L * Quantity.ONE;

    @Property
    void parsesWhatItPrints(@ForAll long millionths) {
        Quantity quantity = new Quantity(millionths);
        assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
    }

    @Property
    void parsesTheClockThatItPrints(
            @ForAll @LongRange(min = 1 - A_THOUSAND_HOURS, max = A_THOUSAND_HOURS - 1) long millionths) {
        Quantity quantity = new Quantity(millionths);
        assertThat(Quantity.parse(quantity.toClock(6))).isEqualTo(quantity);
    }

    @Property
    void sortsAsNumbersDo(@ForAll long one, @ForAll long other) {
        assertThat(Integer.signum(new Quantity(one).compareTo(new Quantity(other))))
                .isEqualTo(Integer.signum(Long.compare(one, other)));
    }

    @Property
    void roundingUpNeverMakesATimeBetter(@ForAll @LongRange(min = 0, max = A_THOUSAND_HOURS) long millionths) {
        Quantity exact = new Quantity(millionths);
        Quantity shown = exact.round(2, RoundingMode.CEILING);

        assertThat(shown).isGreaterThanOrEqualTo(exact);
        assertThat(shown.minus(exact)).isLessThan(Quantity.parse("0.01"));
    }

    @ParameterizedTest
    @CsvSource({
        "9.784, 9784000",
        "8.360, 8360000",
        "0, 0",
        "-0.3, -300000",
        "1:28.03, 88030000",
        "2:50:31, 10231000000",
        "0:09.5, 9500000",
        "100:00.000001, 6000000001",
        "-1:00, -60000000",
        "9223372036854.775807, 9223372036854775807"
    })
    void parses(String text, long millionths) {
        assertThat(Quantity.parse(text)).isEqualTo(new Quantity(millionths));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "9,784",
                "9.7840001",
                "1e3",
                "+5",
                ".5",
                "5.",
                "NaN",
                "0x10",
                "--1",
                "1:60.00",
                "1:5.00",
                "1:60:00",
                "1:00:60",
                "1:00:00:00",
                ":30",
                "9223372036854.775808",
                "-9223372036854.775809",
                "99999999999999",
                "９.78"
            })
    void refusesWhatIsNoMark(String text) {
        assertThatExceptionOfType(NumberFormatException.class)
                .isThrownBy(() -> Quantity.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("such as 8.36");
    }

    @Test
    void refusalRepeatsOnlyTheBeginningOfALongText() {
        assertThatExceptionOfType(NumberFormatException.class)
                .isThrownBy(() -> Quantity.parse("9".repeat(5_000)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(250));
    }

    @ParameterizedTest
    @CsvSource({
        "9784000, 2, 9.78",
        "88030000, 2, 1:28.03",
        "10231000000, 0, 2:50:31",
        "60000000, 0, 1:00",
        "61500000, 1, 1:01.5",
        "3600000000, 0, 1:00:00",
        "-88030000, 2, -1:28.03",
        "59999999, 2, 59.99"
    })
    void printsTimesAsClocksDo(long millionths, int decimals, String text) {
        assertThat(new Quantity(millionths).toClock(decimals)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"8360000, 3, 8.360", "8369999, 2, 8.36", "5000000, 0, 5", "-1500000, 1, -1.5"})
    void printsDecimalsWithoutRounding(long millionths, int decimals, String text) {
        assertThat(new Quantity(millionths).toDecimal(decimals)).isEqualTo(text);
    }

    @Test
    void refusesSumsThatDoNotFit() {
        Quantity largest = new Quantity(Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> largest.plus(new Quantity(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Quantity.ofWhole(Long.MAX_VALUE));
    }
}
