package org.podium.streams.publish;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.io.BinaryData;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.ResultLine;

/**
 * The lines of a result as a list in Avro binary, and a summary of it. Lines that stand where they stood in the list
 * before are copied from there together, since most of a unit's lines do.
 */
final class LineList {

    static final LineList EMPTY = new LineList(List.of(), 1);

    /** The end of a list: a block of no length. */
    private static final byte END = 0;

    /** Most bytes of a number. */
    private static final int LONGEST_NUMBER = 10;

    /** Bytes of a line's summary: digest, rank, whether it is shared, what decided it. */
    private static final int SUMMARY = EncodedLine.DIGEST + Integer.BYTES + 2;

    private static final VarHandle RANK = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final List<Lines.Shown> lines;

    /** The list, and what was left of the room that it could need. */
    private final byte[] bytes;

    /** Where each line begins; at last where the list ends. */
    private final int[] starts;

    private final byte[] summary;

    private LineList(List<Lines.Shown> lines, int most) {
        this.lines = lines;
        this.bytes = new byte[most];
        this.starts = new int[lines.size() + 1];
        this.summary = new byte[lines.size() * SUMMARY];
    }

    /**
     * The list of these lines.
     *
     * @param lines in sort order
     * @param before list that was made last
     */
    static LineList of(List<Lines.Shown> lines, LineList before) {
        if (lines.isEmpty()) {
            return EMPTY;
        }
        int most = LONGEST_NUMBER + 1;
        for (int i = 0; i < lines.size(); i++) {
            Lines.Shown line = lines.get(i);
            most += before.has(line, i)
                    ? before.starts[i + 1] - before.starts[i]
                    : line.encoded().bytes().length + LineEncoder.LONGEST_PLACE;
        }
        LineList list = new LineList(lines, most);
        list.write(before);
        return list;
    }

    /** The line at an index; null beyond the last. */
    Lines.@Nullable Shown at(int index) {
        return index < lines.size() ? lines.get(index) : null;
    }

    @SuppressWarnings("ReferenceEquality") // A line that did not change is the same object.
    private boolean has(Lines.Shown line, int index) {
        return at(index) == line;
    }

    private void write(LineList before) {
        starts[0] = BinaryData.encodeLong(lines.size(), bytes, 0);
        int next = 0;
        while (next < lines.size()) {
            int end = next;
            while (end < lines.size() && before.has(lines.get(end), end)) {
                end++;
            }
            if (end > next) {
                copy(before, next, end);
                next = end;
            } else {
                write(lines.get(next), next);
                next++;
            }
        }
        bytes[starts[next]] = END;
    }

    /** Copies lines from one index to before another. */
    private void copy(LineList before, int first, int end) {
        int start = starts[first];
        int moved = start - before.starts[first];
        System.arraycopy(before.bytes, before.starts[first], bytes, start, before.starts[end] - before.starts[first]);
        for (int i = first + 1; i <= end; i++) {
            starts[i] = before.starts[i] + moved;
        }
        System.arraycopy(before.summary, first * SUMMARY, summary, first * SUMMARY, (end - first) * SUMMARY);
    }

    private void write(Lines.Shown shown, int index) {
        EncodedLine encoded = shown.encoded();
        byte[] line = encoded.bytes();
        int at = append(line, 0, encoded.place(), bytes, starts[index]);
        at = LineEncoder.writePlace(shown.line(), bytes, at);
        at = append(line, encoded.place(), encoded.decidedBy(), bytes, at);
        at = LineEncoder.writeDecidedBy(shown.line(), bytes, at);
        starts[index + 1] = append(line, encoded.decidedBy(), line.length, bytes, at);
        summarise(shown.line(), append(encoded.digest(), 0, EncodedLine.DIGEST, summary, index * SUMMARY));
    }

    /** Notes what tells the place, but for the sort order, which is that of the list. */
    private void summarise(ResultLine line, int at) {
        Integer rank = line.getRank();
        RANK.set(summary, at, rank == null ? 0 : rank);
        summary[at + Integer.BYTES] = (byte) (line.getRankEqual() ? 1 : 0);
        DecidedBy decidedBy = line.getDecidedBy();
        summary[at + Integer.BYTES + 1] = (byte) (decidedBy == null ? 0 : 1 + LineEncoder.index(decidedBy));
    }

    /**
     * Copies what is between two indices.
     *
     * @return where it ends
     */
    private static int append(byte[] from, int start, int end, byte[] to, int at) {
        System.arraycopy(from, start, to, at, end - start);
        return at + end - start;
    }

    /** Bytes of the list. */
    int length() {
        return starts[lines.size()] + 1;
    }

    /** Writes the list. */
    void writeTo(byte[] to, int at) {
        System.arraycopy(bytes, 0, to, at, length());
    }

    /** What two lists share if they say the same, and is shorter; not to be changed. */
    byte[] summary() {
        return summary;
    }
}
