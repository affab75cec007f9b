package org.podium.streams.publish;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryData;
import org.podium.model.wire.Result;

/**
 * A result in Avro binary, put together from lines that are encoded already. Lines are the last field of a result, so
 * that they follow what comes before them.
 */
final class ResultBytes {

    /** The end of a list: a block of no length. */
    private static final byte END = 0;

    /** Most bytes of a number. */
    private static final int LONGEST_NUMBER = 10;

    private final ResultHead head;
    private final List<Lines.Shown> lines;

    /** The number of lines that follow; no bytes when there are none. */
    private final byte[] count;

    ResultBytes(ResultHead head, List<Lines.Shown> lines) {
        this.head = head;
        this.lines = lines;
        byte[] number = new byte[LONGEST_NUMBER];
        int length = lines.isEmpty() ? 0 : BinaryData.encodeLong(lines.size(), number, 0);
        this.count = Arrays.copyOf(number, length);
    }

    /** The bytes of a result with these lines. */
    byte[] encode(byte[] start, Result withoutLines) {
        byte[] before = head.encode(withoutLines);
        int length = start.length + before.length + count.length + 1;
        for (Lines.Shown line : lines) {
            length += line.encoded().bytes().length;
        }
        byte[] bytes = Arrays.copyOf(start, length);
        int at = append(before, bytes, start.length);
        at = append(count, bytes, at);
        for (Lines.Shown line : lines) {
            at = append(line.encoded().bytes(), bytes, at);
        }
        bytes[at] = END;
        return bytes;
    }

    private static int append(byte[] some, byte[] to, int at) {
        System.arraycopy(some, 0, to, at, some.length);
        return at + some.length;
    }

    /** A digest that two results with these lines share if they say the same. */
    byte[] digest(Result withoutLines) {
        byte[] before = head.encode(withoutLines);
        int length = before.length;
        for (Lines.Shown line : lines) {
            length += line.encoded().summary().length;
        }
        byte[] summaries = Arrays.copyOf(before, length);
        int at = before.length;
        for (Lines.Shown line : lines) {
            at = append(line.encoded().summary(), summaries, at);
        }
        return Digest.sha256().digest(summaries);
    }
}
