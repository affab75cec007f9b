package org.podium.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

final class MessageInflaterTest {

    private final MessageInflater inflater = new MessageInflater();

    private static ByteBuf deflated(String text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        byte[] out = new byte[text.length() + 64];
        int size = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Unpooled.wrappedBuffer(out, 0, size - 4);
    }

    @Test
    void inflatesOneMessageAfterTheOther() {
        for (String text : new String[] {"{\"type\":\"hello\"}", "ü".repeat(3_000)}) {
            assertThat(inflater.inflate(deflated(text), 10_000))
                    .hasValueSatisfying(message -> assertThat(new String(message, StandardCharsets.UTF_8))
                            .isEqualTo(text));
        }
    }

    @Test
    void stopsAtAMessageThatGrowsLargerThanItMayBe() {
        assertThat(inflater.inflate(deflated("0".repeat(1 << 20)), 10_000)).isEmpty();
        assertThat(inflater.inflate(deflated("small"), 10_000)).isPresent();
    }

    @Test
    void refusesWhatIsNotDeflated() {
        assertThat(inflater.inflate(Unpooled.wrappedBuffer(new byte[] {-1, -1, -1, -1}), 10_000))
                .isEmpty();
    }
}
