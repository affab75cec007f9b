package org.podium.model.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Writes Avro binary to memory, one piece after the other, always to the same memory. For use by one thread. */
public final class MemoryEncoder {

    private final ByteArrayOutputStream out;
    private @Nullable BinaryEncoder reused;

    /** What is written. */
    @FunctionalInterface
    public interface Writing {
        void to(BinaryEncoder encoder) throws IOException;
    }

    /** @param bytes room for most pieces; larger ones make more */
    public MemoryEncoder(int bytes) {
        out = new ByteArrayOutputStream(bytes);
    }

    /** What is written, as bytes of its own. */
    public byte[] encode(Writing writing) {
        return encode(new byte[0], writing);
    }

    /** The same behind bytes that stand before it. */
    public byte[] encode(byte[] head, Writing writing) {
        out.reset();
        out.writeBytes(head);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, reused);
        reused = encoder;
        try {
            writing.to(encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toByteArray();
    }
}
