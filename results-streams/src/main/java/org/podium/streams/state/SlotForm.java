package org.podium.streams.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.podium.streams.fold.Slot;
import org.podium.streams.fold.Slots;
import org.podium.streams.fold.Statement;
import org.podium.streams.stored.StoredSlot;
import org.podium.streams.stored.StoredStatement;

/**
 * Slots in their stored form, put together from statements that are encoded already: each new one in a slot stores
 * those before it again. May be used from one thread at a time.
 */
final class SlotForm {

    private final StoredCodec<StoredSlot> codec = new StoredCodec<>(StoredSlot.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    private @Nullable BinaryEncoder reused;

    /** A slot's bytes; null when nothing is said in it. */
    byte @Nullable [] encode(Slots slots, Slot slot) {
        List<Statement> statements = slots.statements(slot);
        if (statements.isEmpty()) {
            return null;
        }
        List<byte[]> parts = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            parts.add(statement.binary(said -> written(of(said)::customEncode)));
        }
        // The record has one field, a list.
        return codec.encoded(written(to -> {
            to.writeArrayStart();
            to.setItemCount(parts.size());
            for (byte[] part : parts) {
                to.startItem();
                to.writeFixed(part);
            }
            to.writeArrayEnd();
        }));
    }

    /** Writes something to an encoder. */
    @FunctionalInterface
    private interface Writing {
        void to(BinaryEncoder encoder) throws IOException;
    }

    private byte[] written(Writing writing) {
        out.reset();
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

    private static StoredStatement of(Statement statement) {
        return new StoredStatement(
                statement.layer(),
                statement.speaker().source().value(),
                statement.speaker().desk(),
                statement.sequence(),
                PayloadForm.of(statement.payload()));
    }

    /**
     * A slot as it was stored.
     *
     * @throws IllegalStateException when no schema that was ever released wrote it
     */
    StoredSlot decode(byte[] stored) {
        return codec.decode(stored);
    }
}
