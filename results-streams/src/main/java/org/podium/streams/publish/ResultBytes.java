package org.podium.streams.publish;

import java.security.MessageDigest;
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
    private static final int END = 1;

    /** Most bytes of a number. */
    private static final int LONGEST_NUMBER = 10;

    private final ResultHead head;
    private final byte[] lines;

    ResultBytes(ResultHead head, List<Lines.Shown> shown) {
        this.head = head;
        byte[] number = new byte[LONGEST_NUMBER];
        int end = shown.isEmpty() ? 0 : BinaryData.encodeLong(shown.size(), number, 0);
        int length = end + END;
        for (Lines.Shown line : shown) {
            length += line.encoded().bytes().length;
        }
        lines = new byte[length];
        System.arraycopy(number, 0, lines, 0, end);
        for (Lines.Shown line : shown) {
            byte[] encoded = line.encoded().bytes();
            System.arraycopy(encoded, 0, lines, end, encoded.length);
            end += encoded.length;
        }
    }

    /** The bytes of a result with these lines. */
    byte[] encode(byte[] start, Result withoutLines) {
        byte[] before = head.encode(withoutLines);
        byte[] bytes = Arrays.copyOf(start, start.length + before.length + lines.length);
        System.arraycopy(before, 0, bytes, start.length, before.length);
        System.arraycopy(lines, 0, bytes, start.length + before.length, lines.length);
        return bytes;
    }

    /** A digest of the same. */
    byte[] digest(Result withoutLines) {
        MessageDigest digest = Digest.sha256();
        digest.update(head.encode(withoutLines));
        digest.update((byte) 0); // Between the two, as in the digests that are stored.
        digest.update(lines);
        return digest.digest();
    }
}
