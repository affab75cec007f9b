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
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.podium.model.wire.Result;

/**
 * A result in Avro binary, put together from lines that are encoded already. Lines are the last field of a result: what
 * comes before them is written as a result without any, whose last byte says that there are none, and they take its
 * place.
 */
final class ResultBytes {

    /** A list of none: a block of no length. */
    private static final int NO_LINES = 1;

    /** Most bytes of a number. */
    private static final int LONGEST_NUMBER = 10;

    private static final SpecificDatumWriter<Result> WRITER =
            new SpecificDatumWriter<>(Result.getClassSchema(), SpecificData.getForClass(Result.class));

    private final byte[] lines;

    ResultBytes(List<Lines.Shown> shown) {
        byte[] number = new byte[LONGEST_NUMBER];
        int end = shown.isEmpty() ? 0 : BinaryData.encodeLong(shown.size(), number, 0);
        int length = end + NO_LINES;
        for (Lines.Shown line : shown) {
            length += line.encoded().length;
        }
        lines = new byte[length];
        System.arraycopy(number, 0, lines, 0, end);
        for (Lines.Shown line : shown) {
            byte[] encoded = line.encoded();
            System.arraycopy(encoded, 0, lines, end, encoded.length);
            end += encoded.length;
        }
    }

    /** The bytes of a result with these lines. */
    byte[] encode(byte[] start, Result withoutLines) {
        ByteArrayOutputStream head = head(withoutLines);
        int headLength = head.size() - NO_LINES;
        byte[] bytes = Arrays.copyOf(start, start.length + headLength + lines.length);
        System.arraycopy(head.toByteArray(), 0, bytes, start.length, headLength);
        System.arraycopy(lines, 0, bytes, start.length + headLength, lines.length);
        return bytes;
    }

    /** A digest of the same. */
    byte[] digest(Result withoutLines) {
        MessageDigest digest = Digest.sha256();
        digest.update(head(withoutLines).toByteArray());
        digest.update(lines);
        return digest.digest();
    }

    private static ByteArrayOutputStream head(Result withoutLines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            WRITER.write(withoutLines, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out;
    }
}
