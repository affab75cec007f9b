package org.podium.gateway.frame;

import io.netty.buffer.ByteBuf;

/**
 * What one connection's stream of gzip has besides the pieces that it shares with others: a head, and at its end the
 * checksum of all that was in it (RFC 1952, 2.3.1).
 */
public final class GzipStream {

    private static final int MAGIC = 0x1F8B;
    private static final int DEFLATE = 8;
    private static final int UNKNOWN_SYSTEM = 255;

    /** A last block without content, of fixed codes: its three bits, and the seven of the end of a block. */
    private static final int LAST_BLOCK = 3;

    private int crc;
    private int length;

    /** Appends what comes first. */
    public void begin(ByteBuf out) {
        out.writeShort(MAGIC)
                .writeByte(DEFLATE)
                .writeByte(0)
                .writeInt(0)
                .writeByte(0)
                .writeByte(UNKNOWN_SYSTEM);
    }

    /** Takes note of what was sent. */
    void sent(Checksum piece) {
        crc = Checksum.append(crc, piece);
        length += (int) piece.length();
    }

    /** Appends what comes last. */
    public void end(ByteBuf out) {
        out.writeByte(LAST_BLOCK).writeByte(0).writeIntLE(crc).writeIntLE(length);
    }
}
