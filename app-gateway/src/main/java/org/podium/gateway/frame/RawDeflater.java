package org.podium.gateway.frame;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * Compresses pieces (RFC 1951), each without a look at those before, up to the end of a byte: the same piece may follow
 * any other. Its memory is outside of the heap. Confined to one event loop.
 */
final class RawDeflater {

    /** Bytes at the end of a piece: an empty block that is stored, which brings it to the end of a byte. */
    static final int FLUSH_MARK = 4;

    /** Most bytes of a stored block (RFC 1951, 3.2.4). */
    static final int LONGEST_STORED = 0xFFFF;

    /** Bytes in front of those that a block stores. */
    static final int STORED_HEAD = 5;

    private static final int CHUNK = 8_192;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);

    /** The compressed bytes of a buffer on the heap, which is not changed. */
    byte[] deflate(ByteBuf plain) {
        deflater.reset();
        deflater.setInput(plain.array(), plain.arrayOffset() + plain.readerIndex(), plain.readableBytes());
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.readableBytes() / 2);
        byte[] chunk = new byte[CHUNK];
        int size;
        do {
            size = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
            out.write(chunk, 0, size);
        } while (size == chunk.length);
        return out.toByteArray();
    }

    /** Appends so many bytes as a block that stores them as they are, at the end of a byte as all pieces. */
    static void store(ByteBuf plain, int length, ByteBuf out) {
        out.writeByte(0).writeShortLE(length).writeShortLE(~length).writeBytes(plain, length);
    }

    void close() {
        deflater.end();
    }
}
