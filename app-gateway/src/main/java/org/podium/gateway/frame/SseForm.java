package org.podium.gateway.frame;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.podium.gateway.board.Position;

/**
 * Frames as server-sent events. A position is an id, of an update for readers of every version, and otherwise of an
 * event of its own that has no data: browsers remember the id and dispatch nothing.
 */
final class SseForm {

    private SseForm() {}

    static void write(Frame frame, ByteBuf out) {
        FrameText.retry(frame).ifPresent(retry -> text("retry: " + retry.toMillis() + "\n", out));
        FrameText.position(frame).ifPresent(position -> id(position, out));
        if (!(frame instanceof Frame.Reached)) {
            text("event: ", out);
            text(FrameText.name(frame), out);
            text("\ndata: {", out);
            FrameText.members(frame, out);
            text("}\n", out);
        }
        text("\n", out);
    }

    /** The line that tells a position. */
    static void id(Position position, ByteBuf out) {
        text("id: " + position + "\n", out);
    }

    private static void text(String text, ByteBuf out) {
        out.writeCharSequence(text, StandardCharsets.US_ASCII);
    }
}
