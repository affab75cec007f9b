package org.podium.streams.publish;

/**
 * A line in Avro binary without what changes when others overtake the competitor, so that a line that only moved is
 * encoded already.
 *
 * @param bytes all but sort order, rank, whether it is shared, and what decided the place
 * @param place where sort order, rank and whether it is shared belong
 * @param decidedBy where what decided the place belongs
 * @param digest 128 bits that two lines share if these bytes are the same
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record EncodedLine(byte[] bytes, int place, int decidedBy, byte[] digest) {

    /** Bytes of a digest: the first 128 bits of a SHA-256. */
    static final int DIGEST = 16;
}
