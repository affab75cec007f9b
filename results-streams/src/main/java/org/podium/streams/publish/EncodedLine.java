package org.podium.streams.publish;

/**
 * A line in Avro binary, and where in it stands what changes when others overtake the competitor.
 *
 * @param place where sort order, rank and whether it is shared begin
 * @param mark where what follows them begins, the kind of mark
 * @param decidedBy where what decided the place begins
 * @param medal where what follows it begins, the medal
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record EncodedLine(byte[] bytes, int place, int mark, int decidedBy, int medal) {}
