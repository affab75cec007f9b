package org.podium.bench.load;

import io.netty.buffer.ByteBuf;

/**
 * A text that is looked for in messages that are all alike: it is tried first where it was last found. For one event
 * loop.
 */
final class Needle {

    static final int NOT_FOUND = -1;

    private final byte[] text;
    private int usual;

    Needle(byte[] text) {
        this.text = text.clone();
    }

    /** Index right after the text, or {@link #NOT_FOUND}. */
    int after(ByteBuf bytes, int from, int to) {
        if (isAt(bytes, from + usual, to)) {
            return from + usual + text.length;
        }
        int last = to - text.length;
        for (int at = from; at <= last; at++) {
            at = bytes.indexOf(at, last + 1, text[0]);
            if (at < 0) {
                return NOT_FOUND;
            }
            if (isAt(bytes, at, to)) {
                usual = at - from;
                return at + text.length;
            }
        }
        return NOT_FOUND;
    }

    private boolean isAt(ByteBuf bytes, int at, int to) {
        if (at + text.length > to) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes.getByte(at + i) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
