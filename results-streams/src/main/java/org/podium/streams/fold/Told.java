package org.podium.streams.fold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.podium.model.wire.Change;

/**
 * What a version tells of what brought it about and what it changed. It goes into the result and into the store, and is
 * written in Avro binary once for both.
 */
public final class Told {

    private final Change change;
    private final byte[] binary;

    private Told(Change change, byte[] binary) {
        this.change = change;
        this.binary = binary;
    }

    /**
     * Writes a change.
     *
     * @param change not changed any more
     */
    public static Told of(Change change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            change.customEncode(encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return new Told(change, out.toByteArray());
    }

    public Change change() {
        return change;
    }

    /** In Avro binary; not to be changed. */
    public byte[] binary() {
        return binary;
    }
}
