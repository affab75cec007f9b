package org.podium.gateway.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Turns batches of frames into bytes. Readers that are up to date are sent the same batch one after the other, so the
 * last batch of each wire is kept: it is encoded once, and each connection gets a reference to the same memory outside
 * of the heap. Confined to one event loop.
 */
public final class FrameEncoder implements AutoCloseable {

    private static final int FIRST_CAPACITY = 2_048;

    /** Room for a chunk's length in hexadecimal digits and its line end, filled in when the length is known. */
    private static final String CHUNK_HEAD = "00000000\r\n";

    private static final int CHUNK_DIGITS = 8;

    private final ByteBufAllocator allocator;
    private final WebSocketForm webSocket = new WebSocketForm();
    private final Map<Wire, Kept> kept = new EnumMap<>(Wire.class);

    private boolean closed;

    private record Kept(List<Frame> batch, ByteBuf bytes) {}

    /** The allocator gives the memory of encoded batches. */
    public FrameEncoder(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /**
     * The batch's bytes, shared by all who ask for the same instance one after the other. The caller has to release
     * what is returned, and must not change it. Empty once this is closed.
     */
    @SuppressWarnings(
            "ReferenceEquality") // The same instance is the point: comparing contents would cost more than encoding.
    public ByteBuf encode(List<Frame> batch, Wire wire) {
        if (closed) {
            return Unpooled.EMPTY_BUFFER;
        }
        Kept last = kept.get(wire);
        if (last == null || last.batch() != batch) {
            if (last != null) {
                last.bytes().release();
            }
            last = new Kept(batch, fresh(batch, wire));
            kept.put(wire, last);
        }
        return last.bytes().retainedDuplicate();
    }

    private ByteBuf fresh(List<Frame> batch, Wire wire) {
        ByteBuf out = allocator.directBuffer(FIRST_CAPACITY);
        switch (wire) {
            case SSE -> batch.forEach(frame -> SseForm.write(frame, out));
            case SSE_CHUNKED -> chunk(batch, out);
            case WEBSOCKET -> batch.forEach(frame -> webSocket.write(frame, false, out));
            case WEBSOCKET_DEFLATED -> batch.forEach(frame -> webSocket.write(frame, true, out));
        }
        return out;
    }

    private static void chunk(List<Frame> batch, ByteBuf out) {
        int start = out.writerIndex();
        out.writeCharSequence(CHUNK_HEAD, StandardCharsets.US_ASCII);
        int content = out.writerIndex();
        batch.forEach(frame -> SseForm.write(frame, out));
        String length = "%08x".formatted(out.writerIndex() - content);
        out.setCharSequence(start, length.substring(0, CHUNK_DIGITS), StandardCharsets.US_ASCII);
        out.writeCharSequence("\r\n", StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        closed = true;
        kept.values().forEach(last -> last.bytes().release());
        kept.clear();
        webSocket.close();
    }
}
