package org.podium.gateway.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;

/**
 * Frames as server-sent events in pieces of gzip that may follow each other in any order. What is compressed is a
 * revision's frame, by itself and once: its piece and checksum are kept with the revision, for all connections of all
 * event loops. Frames of a single reader and positions are short, and stored as they are. Confined to one event loop.
 */
final class GzipForm {

    private static final int CHUNK = 8_192;

    /** The checksum in front of what is kept: CRC, length, shift. */
    private static final int SUM_BYTES = 3 * Integer.BYTES;

    private final RawDeflater deflater;
    private final ByteBuf text = Unpooled.buffer(CHUNK);

    /** What is kept with a revision. */
    private record Key(String name, Detail detail) {}

    GzipForm(RawDeflater deflater) {
        this.deflater = deflater;
    }

    /** Appends the frame's piece, and gives the checksum of what it holds. */
    Checksum write(Frame frame, ByteBuf out) {
        return switch (frame) {
            case Frame.Update(var revision, var detail, var position) ->
                position.map(at -> id(at, out))
                        .orElse(Checksum.NOTHING)
                        .then(compressed(new Frame.Update(revision, detail), revision, detail, out));
            case Frame.Snapshot snapshot -> compressed(frame, snapshot.revision(), snapshot.detail(), out);
            default -> stored(encode(frame), out);
        };
    }

    private Checksum compressed(Frame frame, Revision revision, Detail detail, ByteBuf out) {
        byte[] kept = revision.form(new Key(FrameText.name(frame), detail), () -> piece(frame));
        out.writeBytes(kept, SUM_BYTES, kept.length - SUM_BYTES);
        ByteBuffer sum = ByteBuffer.wrap(kept);
        return new Checksum(sum.getInt(), sum.getInt(), sum.getInt());
    }

    private byte[] piece(Frame frame) {
        Checksum sum = encode(frame);
        byte[] deflated = deflater.deflate(text);
        return ByteBuffer.allocate(SUM_BYTES + deflated.length)
                .putInt(sum.crc())
                .putInt(Math.toIntExact(sum.length()))
                .putInt(sum.shift())
                .put(deflated)
                .array();
    }

    private Checksum encode(Frame frame) {
        text.clear();
        SseForm.write(frame, text);
        return sum();
    }

    private Checksum sum() {
        return Checksum.of(text.array(), text.arrayOffset(), text.readableBytes());
    }

    private Checksum id(Position position, ByteBuf out) {
        text.clear();
        SseForm.id(position, text);
        return stored(sum(), out);
    }

    private Checksum stored(Checksum sum, ByteBuf out) {
        while (text.isReadable()) {
            int length = Math.min(RawDeflater.LONGEST_STORED, text.readableBytes());
            RawDeflater.store(text, length, out);
        }
        return sum;
    }
}
