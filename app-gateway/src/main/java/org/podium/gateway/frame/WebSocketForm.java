package org.podium.gateway.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;

/**
 * Frames as WebSocket text messages. What is compressed is what frames say of a revision, by itself and once: the
 * compressed bytes are kept with the revision, for all connections of all event loops, and follow a stored block with
 * the rest of the message. Frames of a single reader are short and stay as they are, which RFC 7692 leaves to the
 * sender for each message. Confined to one event loop.
 */
final class WebSocketForm {

    /** FIN and the opcode of a text message (RFC 6455, 5.2). */
    private static final int TEXT = 0x81;

    /** The same with RSV1, which says that the message is compressed (RFC 7692, 6). */
    private static final int COMPRESSED_TEXT = 0xC1;

    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;
    private static final int MAX_UNSIGNED_SHORT = 0xFFFF;

    private static final int CHUNK = 8_192;

    private final RawDeflater deflater;
    private final ByteBuf payload = Unpooled.buffer(CHUNK);

    /** What is kept with a revision. */
    private record Key(Detail detail) {}

    WebSocketForm(RawDeflater deflater) {
        this.deflater = deflater;
    }

    void write(Frame frame, boolean compressed, ByteBuf out) {
        switch (frame) {
            case Frame.Update update when compressed -> compressed(frame, update.revision(), update.detail(), out);
            case Frame.Snapshot snapshot
            when compressed -> compressed(frame, snapshot.revision(), snapshot.detail(), out);
            default -> {
                payload.clear();
                begin(frame);
                end(frame);
                head(TEXT, payload.readableBytes(), out);
                out.writeBytes(payload);
            }
        }
    }

    /** What comes before the members that frames about the same revision have in common. */
    private void begin(Frame frame) {
        text("{\"type\":\"");
        text(FrameText.name(frame));
        text("\",");
        if (frame instanceof Frame.Update update && update.position().isPresent()) {
            text("\"position\":\"");
            text(update.position().get().toString());
            text("\",");
        }
    }

    private void end(Frame frame) {
        FrameText.members(frame, payload);
        payload.writeByte('}');
    }

    private void text(String text) {
        payload.writeCharSequence(text, StandardCharsets.US_ASCII);
    }

    private void compressed(Frame frame, Revision revision, Detail detail, ByteBuf out) {
        byte[] kept = revision.form(new Key(detail), () -> {
            payload.clear();
            end(frame);
            return deflated();
        });
        payload.clear();
        begin(frame);
        int length = payload.readableBytes();
        head(COMPRESSED_TEXT, RawDeflater.STORED_HEAD + length + kept.length, out);
        RawDeflater.store(payload, length, out);
        out.writeBytes(kept);
    }

    /** Without the mark at the end, as RFC 7692, 7.2.1 has it. */
    private byte[] deflated() {
        byte[] all = deflater.deflate(payload);
        return Arrays.copyOf(all, all.length - RawDeflater.FLUSH_MARK);
    }

    private static void head(int first, int length, ByteBuf out) {
        out.writeByte(first);
        if (length < SHORT_LENGTH) {
            out.writeByte(length);
        } else if (length <= MAX_UNSIGNED_SHORT) {
            out.writeByte(SHORT_LENGTH);
            out.writeShort(length);
        } else {
            out.writeByte(LONG_LENGTH);
            out.writeLong(length);
        }
    }
}
