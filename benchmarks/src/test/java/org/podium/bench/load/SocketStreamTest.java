package org.podium.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketStreamTest {

    private static final int FINAL_TEXT = 0x81;

    private final Tally tally = new Tally();
    private final Reader reader =
            new Reader(new Reader.Scanner(Marks.OF_PODIUM, new Subjects(8), tally, new WallClock()));
    private final List<ByteBuf> sent = new ArrayList<>();
    private final SocketStream stream = new SocketStream(reader, sent::add, UnpooledByteBufAllocator.DEFAULT);

    private static String message(long version) {
        return "{\"part\":\"unit\",\"takenAt\":1700000000000,\"unit\":{\"unit\":\"A\",\"version\":%d}}"
                .formatted(version);
    }

    private static ByteBuf frame(int first, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        ByteBuf frame = Unpooled.buffer().writeByte(first);
        if (bytes.length < 126) {
            frame.writeByte(bytes.length);
        } else if (bytes.length <= 0xffff) {
            frame.writeByte(126).writeShort(bytes.length);
        } else {
            frame.writeByte(127).writeLong(bytes.length);
        }
        return frame.writeBytes(bytes);
    }

    @Test
    void readsFramesOfEveryLengthHoweverTheBytesAreCut() {
        ByteBuf all = Unpooled.buffer();
        all.writeBytes(frame(FINAL_TEXT, message(1)));
        all.writeBytes(frame(FINAL_TEXT, message(2) + " ".repeat(200)));
        all.writeBytes(frame(FINAL_TEXT, message(3) + " ".repeat(70_000)));
        all.writeBytes(frame(FINAL_TEXT, "{\"position\":\"1.abc.0\"}"));
        while (all.isReadable()) {
            stream.read(all.readSlice(Math.min(7, all.readableBytes())));
        }
        assertThat(tally.sum().messages).isEqualTo(3);
        assertThat(tally.sum().skipped).isZero();
        assertThat(reader.position()).isEqualTo("1.abc.0");
    }

    @Test
    void findsAllMessagesOfAFrame() {
        stream.read(frame(FINAL_TEXT, "MSG a 1 9\r\n" + message(1) + "\r\nMSG a 1 9\r\n" + message(2) + "\r\n"));
        assertThat(tally.sum().messages).isEqualTo(2);
    }

    @Test
    void answersAPingWithItsContent() {
        stream.read(frame(0x89, "hi"));
        assertThat(sent).hasSize(1);
        assertThat(ByteBufUtil.hexDump(sent.getFirst())).isEqualTo("8a82000000006869");
    }

    @Test
    void tellsWhyAServerCloses() {
        stream.read(frame(0x88, "\u0003\u0008gone"));
        assertThat(tally.sum().incidents).containsEntry("closed with 776", 1L);
    }
}
