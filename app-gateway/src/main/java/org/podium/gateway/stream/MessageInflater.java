package org.podium.gateway.stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates messages of readers (RFC 7692, 7.2.2), each by itself, as the handshake obliges them to send it. One for all
 * connections of an event loop.
 */
final class MessageInflater {

    private static final byte[] FLUSH_MARK = {0, 0, (byte) 0xFF, (byte) 0xFF};
    private static final int CHUNK = 1_024;

    private final Inflater inflater = new Inflater(true);

    /** The message; empty when it is broken or has more than so many bytes. */
    Optional<byte[]> inflate(ByteBuf message, int most) {
        byte[] compressed = ByteBufUtil.getBytes(message);
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        inflater.reset();
        for (byte[] input : new byte[][] {compressed, FLUSH_MARK}) {
            inflater.setInput(input);
            if (!drain(out, most)) {
                return Optional.empty();
            }
        }
        return Optional.of(out.toByteArray());
    }

    private boolean drain(ByteArrayOutputStream out, int most) {
        byte[] chunk = new byte[CHUNK];
        try {
            int size = inflater.inflate(chunk);
            while (size > 0) {
                if (out.size() + size > most) {
                    return false;
                }
                out.write(chunk, 0, size);
                size = inflater.inflate(chunk);
            }
            return true;
        } catch (DataFormatException broken) {
            return false;
        }
    }
}
