package org.podium.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.function.Consumer;

/** WebSocket frames (RFC 6455, 5.2) without extensions. */
final class SocketStream implements Body {

    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int OPCODE = 0x0f;
    private static final int FIRST_CONTROL = 0x8;
    private static final int LENGTH = 0x7f;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int SHORTEST_HEADER = 2;

    private final Reader reader;
    private final Leftover leftover;
    private final Consumer<ByteBuf> sender;
    private final ByteBufAllocator allocator;

    /**
     * A stream whose first frame is yet to come.
     *
     * @param sender sends bytes to the server
     */
    SocketStream(Reader reader, Consumer<ByteBuf> sender, ByteBufAllocator allocator) {
        this.reader = reader;
        this.sender = sender;
        this.allocator = allocator;
        this.leftover = new Leftover(allocator);
    }

    @Override
    public void read(ByteBuf bytes) {
        leftover.join(bytes, this::frames);
    }

    private void frames(ByteBuf bytes) {
        while (bytes.readableBytes() >= SHORTEST_HEADER) {
            int start = bytes.readerIndex();
            int opcode = bytes.getByte(start) & OPCODE;
            int shortLength = bytes.getByte(start + 1) & LENGTH;
            int header = SHORTEST_HEADER
                    + (shortLength == TWO_BYTES ? Short.BYTES : shortLength == EIGHT_BYTES ? Long.BYTES : 0);
            if (bytes.readableBytes() < header) {
                return;
            }
            long length = switch (shortLength) {
                case TWO_BYTES -> bytes.getUnsignedShort(start + SHORTEST_HEADER);
                case EIGHT_BYTES -> bytes.getLong(start + SHORTEST_HEADER);
                default -> shortLength;
            };
            if (bytes.readableBytes() < header + length) {
                return;
            }
            int from = start + header;
            int to = from + (int) length;
            if (opcode < FIRST_CONTROL) {
                reader.takeWithPosition(bytes, from, to);
            } else if (opcode == PING) {
                sender.accept(MaskedFrame.pong(allocator, bytes.slice(from, to - from)));
            } else if (opcode == CLOSE) {
                int code = length >= Short.BYTES ? bytes.getUnsignedShort(from) : 0;
                reader.tally().incident("closed with " + code);
            }
            bytes.readerIndex(to);
        }
    }

    @Override
    public void close() {
        leftover.close();
    }
}
