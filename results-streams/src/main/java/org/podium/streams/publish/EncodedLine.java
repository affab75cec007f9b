package org.podium.streams.publish;

import java.util.Arrays;

/**
 * A line in Avro binary, and where in it stands what changes when others overtake the competitor.
 *
 * @param place where sort order, rank and whether it is shared begin
 * @param mark where what follows them begins, the kind of mark
 * @param decidedBy where what decided the place begins
 * @param medal where what follows it begins, the medal
 * @param summary what two lines share if they say the same, and is shorter: a digest of all that does not change then,
 *     and what does
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record EncodedLine(byte[] bytes, int place, int mark, int decidedBy, int medal, byte[] summary) {

    /** Bytes of a digest: the first 128 bits of a SHA-256. */
    private static final int DIGEST = 16;

    /** Most bytes of what changes when others overtake: three numbers and three bytes. */
    static final int LONGEST_MOVING = 3 * 5 + 3;

    /** The summary of a line with this digest, in which the rest is so much of these bytes. */
    static byte[] summary(byte[] digest, byte[] moving, int length) {
        byte[] summary = Arrays.copyOf(digest, DIGEST + length);
        System.arraycopy(moving, 0, summary, DIGEST, length);
        return summary;
    }
}
