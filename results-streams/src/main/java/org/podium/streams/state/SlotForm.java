package org.podium.streams.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryData;
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

    /** The end of a list: a block of no length. */
    private static final int END = 0;

    private final StoredCodec<StoredSlot> codec = new StoredCodec<>(StoredSlot.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    private @Nullable BinaryEncoder reused;

    /** A slot's bytes; null when nothing is said in it. */
    byte @Nullable [] encode(Slots slots, Slot slot) {
        List<Statement> statements = slots.statements(slot);
        if (statements.isEmpty()) {
            return null;
        }
        // The record has one field, a list that Avro writes as one block: how many, each one, the end.
        byte[][] parts = new byte[statements.size()][];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = statements.get(i).binary(this::encode);
            length += parts[i].length;
        }
        byte[] count = new byte[Long.BYTES + 2];
        int start = BinaryData.encodeLong(parts.length, count, 0);
        byte[] list = Arrays.copyOf(count, start + length + 1);
        int at = start;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, list, at, part.length);
            at += part.length;
        }
        list[at] = END;
        return codec.encoded(list);
    }

    private byte[] encode(Statement statement) {
        out.reset();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, reused);
        reused = encoder;
        try {
            of(statement).customEncode(encoder);
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
