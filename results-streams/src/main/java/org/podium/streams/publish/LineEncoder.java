package org.podium.streams.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.Mark;
import org.podium.model.wire.ResultLine;

/**
 * Writes lines in Avro binary. A mark moves many lines by one place and changes nothing else of them: of such a line
 * all but the place is copied from the bytes that it had. Fields are written one by one, in the order of the schema,
 * since only so it is known where each is. For use by one thread.
 */
final class LineEncoder {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    private final MessageDigest sha256 = Digest.sha256();

    /** What changes of a line whose competitor was overtaken. */
    private final byte[] moving = new byte[EncodedLine.LONGEST_MOVING];

    private @Nullable BinaryEncoder reused;

    EncodedLine encode(ResultLine line) {
        BinaryEncoder to = start();
        int placeEnd = writePlace(line, moving, 0);
        int decidedByEnd = writeSymbol(line.getDecidedBy(), moving, placeEnd);
        try {
            to.writeString(line.getCompetitor());
            to.writeString(line.getName());
            to.writeString(line.getOrganisation());
            to.writeEnum(index(line.getType()));
            writeTexts(line.getMembers(), to);
            writeNumber(line.getStartOrder(), to);
            writeText(line.getBib(), to);
            int place = written(to);
            to.writeFixed(moving, 0, placeEnd);
            int mark = written(to);
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
            to.writeFixed(moving, placeEnd, decidedByEnd - placeEnd);
            int medal = written(to);
            writeSymbol(line.getMedal(), to);
            writeTexts(line.getRecords(), to);
            writeMarks(line.getDetails(), to);
            writeTexts(line.getPointIrms(), to);
            to.flush();
            byte[] bytes = out.toByteArray();
            byte[] summary = EncodedLine.summary(digest(bytes, place, mark, decidedBy, medal), moving, decidedByEnd);
            return new EncodedLine(bytes, place, mark, decidedBy, medal, summary);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    private byte[] digest(byte[] bytes, int place, int mark, int decidedBy, int medal) {
        sha256.update(bytes, 0, place);
        sha256.update(bytes, mark, decidedBy - mark);
        sha256.update(bytes, medal, bytes.length - medal);
        return sha256.digest();
    }

    /** The bytes of a line that differs from an encoded one in its place alone. */
    EncodedLine moved(ResultLine line, EncodedLine from) {
        int placeEnd = writePlace(line, moving, 0);
        int decidedByEnd = writeSymbol(line.getDecidedBy(), moving, placeEnd);
        int mark = from.place() + placeEnd;
        int decidedBy = mark + from.decidedBy() - from.mark();
        int medal = decidedBy + decidedByEnd - placeEnd;
        byte[] bytes = new byte[medal + from.bytes().length - from.medal()];
        System.arraycopy(from.bytes(), 0, bytes, 0, from.place());
        System.arraycopy(moving, 0, bytes, from.place(), placeEnd);
        System.arraycopy(from.bytes(), from.mark(), bytes, mark, decidedBy - mark);
        System.arraycopy(moving, placeEnd, bytes, decidedBy, decidedByEnd - placeEnd);
        System.arraycopy(from.bytes(), from.medal(), bytes, medal, bytes.length - medal);
        byte[] summary = EncodedLine.summary(from.summary(), moving, decidedByEnd);
        return new EncodedLine(bytes, from.place(), mark, decidedBy, medal, summary);
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

    private static int writePlace(ResultLine line, byte[] to, int start) {
        int at = start + BinaryData.encodeInt(line.getSortOrder(), to, start);
        Integer rank = line.getRank();
        at += BinaryData.encodeInt(rank == null ? 0 : 1, to, at);
        if (rank != null) {
            at += BinaryData.encodeInt(rank, to, at);
        }
        return at + BinaryData.encodeBoolean(line.getRankEqual(), to, at);
    }

    private static int writeSymbol(@Nullable Enum<?> symbol, byte[] to, int start) {
        int at = start + BinaryData.encodeInt(symbol == null ? 0 : 1, to, start);
        return symbol == null ? at : at + BinaryData.encodeInt(index(symbol), to, at);
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
