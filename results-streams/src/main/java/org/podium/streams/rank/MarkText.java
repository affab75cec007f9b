package org.podium.streams.rank;

import org.podium.model.mark.Quantity;

/**
 * How a mark is shown. Times are rounded as timing rounds, up unless the sport cuts; everything else is cut, since no
 * sport shows more than was achieved. Written without {@code BigDecimal}: it runs for every line of every result.
 *
 * @param clock true for times of a minute and more as {@code 1:28.03}
 * @param decimals decimals shown, 0 to 6
 * @param up true to round up, false to cut
 * @param shortest true to leave trailing zeros out
 */
record MarkText(boolean clock, int decimals, boolean up, boolean shortest) {

    private static final long[] UNIT = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};
    private static final long[] PER_WHOLE = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /** How a time of a minute and more is shown. */
    enum Style {
        /** 1:40.05. */
        CLOCK,
        /** 100.05, as canoe slalom does, where penalties are in it. */
        SECONDS
    }

    /** A time as the parameter {@code style} wants it. */
    static MarkText time(Parameters parameters, int decimals, boolean up) {
        boolean clock = parameters.choice("style", Style.CLOCK) == Style.CLOCK;
        return new MarkText(clock, decimals, up, false);
    }

    static MarkText time(int decimals, boolean up) {
        return new MarkText(true, decimals, up, false);
    }

    static MarkText decimal(int decimals) {
        return new MarkText(false, decimals, false, false);
    }

    /** As many decimals as the mark has. */
    static MarkText plain() {
        return new MarkText(false, UNIT.length - 1, false, true);
    }

    /** The mark that so many units of the last decimal shown are. */
    Quantity exact(long shown) {
        return new Quantity(shown * UNIT[decimals]);
    }

    /** The mark in units of the last decimal shown. */
    long shown(Quantity mark) {
        return up ? Math.ceilDiv(mark.millionths(), UNIT[decimals]) : mark.millionths() / UNIT[decimals];
    }

    String of(Quantity mark) {
        long shown = shown(mark);
        return print(shown < 0 ? "-" : "", Math.abs(shown));
    }

    /** The difference between two marks as they are shown, with its sign: what a reader gets who subtracts. */
    String difference(Quantity mark, Quantity from) {
        long difference = shown(mark) - shown(from);
        return print(difference < 0 ? "-" : "+", Math.abs(difference));
    }

    private String print(String sign, long shown) {
        long whole = shown / PER_WHOLE[decimals];
        StringBuilder text = new StringBuilder(16).append(sign);
        if (clock && whole >= 60) {
            long minutes = whole / 60;
            if (minutes >= 60) {
                twoDigits(text.append(minutes / 60).append(':'), minutes % 60);
            } else {
                text.append(minutes);
            }
            twoDigits(text.append(':'), whole % 60);
        } else {
            text.append(whole);
        }
        long fraction = shown % PER_WHOLE[decimals];
        if (decimals > 0 && !(shortest && fraction == 0)) {
            text.append('.');
            for (int digit = decimals - 1; digit >= 0 && !(shortest && fraction % PER_WHOLE[digit + 1] == 0); digit--) {
                text.append((char) ('0' + fraction / PER_WHOLE[digit] % 10));
            }
        }
        return text.toString();
    }

    private static void twoDigits(StringBuilder text, long number) {
        if (number < 10) {
            text.append('0');
        }
        text.append(number);
    }
}
