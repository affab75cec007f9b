package org.podium.gateway.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
    private final RawDeflater deflater = new RawDeflater();
    private final WebSocketForm webSocket = new WebSocketForm(deflater);
    private final GzipForm gzip = new GzipForm(deflater);
    private final Map<Wire, Kept> kept = new EnumMap<>(Wire.class);

    private boolean closed;

    /** An encoded batch, and for wires of gzip the checksum of what is in it. */
    private record Kept(List<Frame> batch, ByteBuf bytes, Checksum sum) {}

    /** The allocator gives the memory of encoded batches. */
    public FrameEncoder(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /**
     * The batch's bytes, shared by all who ask for the same instance one after the other. The caller has to release
     * what is returned, and must not change it. Empty once this is closed.
     */
    public ByteBuf encode(List<Frame> batch, Wire wire) {
        return closed ? Unpooled.EMPTY_BUFFER : kept(batch, wire).bytes().retainedDuplicate();
    }

    /** The same for a wire of gzip, as the next piece of this stream. */
    public ByteBuf encode(List<Frame> batch, Wire wire, GzipStream stream) {
        if (closed) {
            return Unpooled.EMPTY_BUFFER;
        }
        Kept piece = kept(batch, wire);
        stream.sent(piece.sum());
        return piece.bytes().retainedDuplicate();
    }

    @SuppressWarnings(
            "ReferenceEquality") // The same instance is the point: comparing contents would cost more than encoding.
    private Kept kept(List<Frame> batch, Wire wire) {
        Kept last = kept.get(wire);
        if (last == null || last.batch() != batch) {
            if (last != null) {
                // Forgotten first: where the next one cannot be encoded, this one is not released again.
                kept.remove(wire);
                last.bytes().release();
            }
            last = fresh(batch, wire);
            kept.put(wire, last);
        }
        return last;
    }

    private Kept fresh(List<Frame> batch, Wire wire) {
        ByteBuf out = allocator.directBuffer(FIRST_CAPACITY);
        try {
            return new Kept(batch, out, written(batch, wire, out));
        } catch (RuntimeException | Error failed) {
            out.release();
            throw failed;
        }
    }

    private Checksum written(List<Frame> batch, Wire wire, ByteBuf out) {
        return switch (wire) {
            case SSE -> plain(batch, out);
            case SSE_CHUNKED -> chunk(out, content -> plain(batch, content));
            case SSE_GZIP -> gzipped(batch, out);
            case SSE_GZIP_CHUNKED -> chunk(out, content -> gzipped(batch, content));
            case WEBSOCKET -> messages(batch, false, out);
            case WEBSOCKET_DEFLATED -> messages(batch, true, out);
        };
    }

    private static Checksum plain(List<Frame> batch, ByteBuf out) {
        batch.forEach(frame -> SseForm.write(frame, out));
        return Checksum.NOTHING;
    }

    private Checksum gzipped(List<Frame> batch, ByteBuf out) {
        Checksum sum = Checksum.NOTHING;
        for (Frame frame : batch) {
            sum = sum.then(gzip.write(frame, out));
        }
        return sum;
    }

    private Checksum messages(List<Frame> batch, boolean compressed, ByteBuf out) {
        batch.forEach(frame -> webSocket.write(frame, compressed, out));
        return Checksum.NOTHING;
    }

    private static Checksum chunk(ByteBuf out, Function<ByteBuf, Checksum> content) {
        int start = out.writerIndex();
        out.writeCharSequence(CHUNK_HEAD, StandardCharsets.US_ASCII);
        int first = out.writerIndex();
        Checksum sum = content.apply(out);
        String length = "%08x".formatted(out.writerIndex() - first);
        out.setCharSequence(start, length.substring(0, CHUNK_DIGITS), StandardCharsets.US_ASCII);
        out.writeCharSequence("\r\n", StandardCharsets.US_ASCII);
        return sum;
    }

    @Override
    public void close() {
        closed = true;
        kept.values().forEach(last -> last.bytes().release());
        kept.clear();
        deflater.close();
    }
}
