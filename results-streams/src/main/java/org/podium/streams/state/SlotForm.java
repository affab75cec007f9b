package org.podium.streams.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.serde.MemoryEncoder;
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
    private final MemoryEncoder encoder = new MemoryEncoder(256);

    /** A slot's bytes; null when nothing is said in it. */
    byte @Nullable [] encode(Slots slots, Slot slot) {
        List<Statement> statements = slots.statements(slot);
        if (statements.isEmpty()) {
            return null;
        }
        List<byte[]> parts = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            parts.add(statement.binary(said -> encoder.encode(of(said)::customEncode)));
        }
        // The record has one field, a list.
        return codec.encoded(encoder.encode(to -> {
            to.writeArrayStart();
            to.setItemCount(parts.size());
            for (byte[] part : parts) {
                to.startItem();
                to.writeFixed(part);
            }
            to.writeArrayEnd();
        }));
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
