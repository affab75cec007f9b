package org.podium.bench.load;

import java.util.Arrays;

/**
 * A text that is looked for in messages that are all alike: it is tried first where it was last found. Elsewhere the
 * search passes over as many bytes as the text is long wherever they end with one that is not in the text (Horspool,
 * 1980), since most messages are searched to their end for a second one. For one event loop.
 */
final class Needle {

    static final int NOT_FOUND = -1;

    private static final int BYTES = 256;
    private static final int UNSIGNED = 0xff;

    private final byte[] text;

    /** How far the text may be moved on where its last byte meets this one. */
    private final int[] steps = new int[BYTES];

    private int usual;

    Needle(byte[] text) {
        this.text = text.clone();
        Arrays.fill(steps, text.length);
        for (int i = 0; i < text.length - 1; i++) {
            steps[text[i] & UNSIGNED] = text.length - 1 - i;
        }
    }

    /** Index right after the text, or {@link #NOT_FOUND}. */
    int after(byte[] bytes, int from, int to) {
        if (isAt(bytes, from + usual, to)) {
            return from + usual + text.length;
        }
        int tail = text.length - 1;
        for (int at = from; at + tail < to; at += steps[bytes[at + tail] & UNSIGNED]) {
            if (isAt(bytes, at, to)) {
                usual = at - from;
                return at + text.length;
            }
        }
        return NOT_FOUND;
    }

    private boolean isAt(byte[] bytes, int at, int to) {
        return at + text.length <= to && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
    }
}
