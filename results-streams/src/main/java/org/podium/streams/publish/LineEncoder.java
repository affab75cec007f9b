package org.podium.streams.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
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
    private @Nullable BinaryEncoder reused;

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
            writePlace(line, to);
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
            writeSymbol(line.getDecidedBy(), to);
            int medal = written(to);
            writeSymbol(line.getMedal(), to);
            writeTexts(line.getRecords(), to);
            writeMarks(line.getDetails(), to);
            writeTexts(line.getPointIrms(), to);
            to.flush();
            return new EncodedLine(out.toByteArray(), place, mark, decidedBy, medal);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    /** The bytes of a line that differs from an encoded one in its place alone. */
    EncodedLine moved(ResultLine line, EncodedLine from) {
        BinaryEncoder to = start();
        try {
            to.writeFixed(from.bytes(), 0, from.place());
            writePlace(line, to);
            int mark = written(to);
            to.writeFixed(from.bytes(), from.mark(), from.decidedBy() - from.mark());
            int decidedBy = written(to);
            writeSymbol(line.getDecidedBy(), to);
            int medal = written(to);
            to.writeFixed(from.bytes(), from.medal(), from.bytes().length - from.medal());
            to.flush();
            return new EncodedLine(out.toByteArray(), from.place(), mark, decidedBy, medal);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    /** Whether two lines of the same starter, made of the same performance, differ in their places at most. */
    static boolean isMoved(ResultLine before, ResultLine now) {
        return Objects.equals(before.getMark(), now.getMark())
                && before.getResultType() == now.getResultType()
                && before.getText().equals(now.getText())
                && before.getIrm() == now.getIrm()
                && Objects.equals(before.getDiff(), now.getDiff())
                && Objects.equals(before.getQualification(), now.getQualification())
                && before.getDecision() == now.getDecision()
                && before.getMedal() == now.getMedal()
                && before.getRecords().equals(now.getRecords());
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

    private static void writePlace(ResultLine line, BinaryEncoder to) throws IOException {
        to.writeInt(line.getSortOrder());
        writeNumber(line.getRank(), to);
        to.writeBoolean(line.getRankEqual());
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
