package org.podium.streams.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Mark;
import org.podium.model.wire.ResultLine;

/**
 * Writes lines in Avro binary. A mark moves many lines by one place and changes nothing else of them, so that what
 * tells the place is written apart, when the lines are put together. Fields are written one by one, in the order of the
 * schema, since only so it is known where each is. For use by one thread.
 */
final class LineEncoder {

    /** Most bytes of what tells the place: two numbers of up to five bytes and four bytes. */
    static final int LONGEST_PLACE = 2 * 5 + 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    private final MessageDigest sha256 = Digest.sha256();
    private @Nullable BinaryEncoder reused;

    /** The line without what tells its place. */
    EncodedLine encode(ResultLine line) {
        BinaryEncoder to = start();
        try {
            to.writeString(line.getCompetitor());
            to.writeString(line.getName());
            to.writeString(line.getOrganisation());
            to.writeEnum(index(line.getType()));
            writeTexts(line.getMembers(), to);
            writeNumber(line.getStartOrder(), to);
            writeText(line.getBib(), to);
            int place = written(to);
            to.writeEnum(index(line.getResultType()));
            Long value = line.getMark();
            to.writeIndex(value == null ? 0 : 1);
            if (value != null) {
                to.writeLong(value);
            }
            to.writeString(line.getText());
            writeSymbol(line.getIrm(), to);
            writeText(line.getDiff(), to);
            writeText(line.getQualification(), to);
            writeSymbol(line.getDecision(), to);
            int decidedBy = written(to);
            writeSymbol(line.getMedal(), to);
            writeTexts(line.getRecords(), to);
            writeMarks(line.getDetails(), to);
            writeTexts(line.getPointIrms(), to);
            to.flush();
            byte[] bytes = out.toByteArray();
            return new EncodedLine(bytes, place, decidedBy, Arrays.copyOf(sha256.digest(bytes), EncodedLine.DIGEST));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    private BinaryEncoder start() {
        out.reset();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, reused);
        reused = encoder;
        return encoder;
    }

    private int written(BinaryEncoder to) {
        return out.size() + to.bytesBuffered();
    }

    /**
     * Writes sort order, rank and whether it is shared.
     *
     * @return where they end
     */
    static int writePlace(ResultLine line, byte[] to, int start) {
        int at = start + BinaryData.encodeInt(line.getSortOrder(), to, start);
        Integer rank = line.getRank();
        at += BinaryData.encodeInt(rank == null ? 0 : 1, to, at);
        if (rank != null) {
            at += BinaryData.encodeInt(rank, to, at);
        }
        return at + BinaryData.encodeBoolean(line.getRankEqual(), to, at);
    }

    /**
     * Writes what decided the place.
     *
     * @return where it ends
     */
    static int writeDecidedBy(ResultLine line, byte[] to, int start) {
        DecidedBy decidedBy = line.getDecidedBy();
        int at = start + BinaryData.encodeInt(decidedBy == null ? 0 : 1, to, start);
        return decidedBy == null ? at : at + BinaryData.encodeInt(index(decidedBy), to, at);
    }

    private static void writeNumber(@Nullable Integer number, BinaryEncoder to) throws IOException {
        to.writeIndex(number == null ? 0 : 1);
        if (number != null) {
            to.writeInt(number);
        }
    }

    private static void writeText(@Nullable String text, BinaryEncoder to) throws IOException {
        to.writeIndex(text == null ? 0 : 1);
        if (text != null) {
            to.writeString(text);
        }
    }

    /** Writes a symbol that may be left out. */
    static void writeSymbol(@Nullable Enum<?> symbol, BinaryEncoder to) throws IOException {
        to.writeIndex(symbol == null ? 0 : 1);
        if (symbol != null) {
            to.writeEnum(index(symbol));
        }
    }

    /** The index of a symbol in its schema. */
    @SuppressWarnings("EnumOrdinal") // Avro makes the enum of the schema, in its order.
    static int index(Enum<?> symbol) {
        return symbol.ordinal();
    }

    private static void writeTexts(List<String> texts, BinaryEncoder to) throws IOException {
        to.writeArrayStart();
        to.setItemCount(texts.size());
        for (String text : texts) {
            to.startItem();
            to.writeString(text);
        }
        to.writeArrayEnd();
    }

    private static void writeMarks(List<Mark> marks, BinaryEncoder to) throws IOException {
        to.writeArrayStart();
        to.setItemCount(marks.size());
        for (Mark mark : marks) {
            to.startItem();
            mark.customEncode(to);
        }
        to.writeArrayEnd();
    }
}
