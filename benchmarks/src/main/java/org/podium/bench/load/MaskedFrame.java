package org.podium.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * Frames that a WebSocket client sends (RFC 6455, 5.3): masked, with a mask of zeros, since it protects proxies against
 * scripts and there are neither here.
 */
final class MaskedFrame {

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TEXT = 0x1;
    private static final int PONG = 0xA;
    private static final int TWO_BYTES = 126;

    private MaskedFrame() {}

    static ByteBuf text(ByteBufAllocator allocator, String text) {
        return frame(allocator, TEXT, Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }

    /** The answer to a ping, with the ping's content. */
    static ByteBuf pong(ByteBufAllocator allocator, ByteBuf content) {
        return frame(allocator, PONG, content);
    }

    private static ByteBuf frame(ByteBufAllocator allocator, int opcode, ByteBuf content) {
        int length = content.readableBytes();
        if (length > 0xffff) {
            throw new IllegalArgumentException("A message of " + length + " bytes; 65,535 are enough for a greeting");
        }
        ByteBuf frame = allocator.buffer(length + Long.BYTES);
        frame.writeByte(FINAL | opcode);
        if (length < TWO_BYTES) {
            frame.writeByte(MASKED | length);
        } else {
            frame.writeByte(MASKED | TWO_BYTES).writeShort(length);
        }
        return frame.writeInt(0).writeBytes(content, content.readerIndex(), length);
    }
}
