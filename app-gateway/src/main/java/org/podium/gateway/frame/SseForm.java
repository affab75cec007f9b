package org.podium.gateway.frame;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Frames as server-sent events. A position is an event of its own that has an id and no data: browsers remember the id
 * and dispatch nothing, and the bytes about revisions stay the same for everybody.
 */
final class SseForm {

    private SseForm() {}

    static void write(Frame frame, ByteBuf out) {
        FrameText.retry(frame).ifPresent(retry -> text("retry: " + retry.toMillis() + "\n", out));
        FrameText.position(frame).ifPresent(position -> text("id: " + position + "\n", out));
        if (!(frame instanceof Frame.Reached)) {
            text("event: ", out);
            text(FrameText.name(frame), out);
            text("\ndata: {", out);
            FrameText.members(frame, out);
            text("}\n", out);
        }
        text("\n", out);
    }

    private static void text(String text, ByteBuf out) {
        out.writeCharSequence(text, StandardCharsets.US_ASCII);
    }
}
