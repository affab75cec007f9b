package org.podium.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private final Tally tally = new Tally();
    private final Reader reader =
            new Reader(new Reader.Scanner(Marks.OF_PODIUM, new Subjects(8), tally, new WallClock()));

    private static String update(String unit, long version) {
        return "event: update\ndata: {\"part\":\"unit\",\"takenAt\":1700000000000,\"unit\":{\"unit\":\"%s\",\"version\":%d,\"takenAt\":1700000000000}}\n\n"
                .formatted(unit, version);
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private void readInPieces(EventStream stream, String text, int length) {
        for (int from = 0; from < text.length(); from += length) {
            ByteBuf piece = Unpooled.copiedBuffer(
                    text.substring(from, Math.min(text.length(), from + length)), StandardCharsets.UTF_8);
            stream.read(piece);
            assertThat(piece.isReadable()).isFalse();
        }
    }

    @Test
    void readsTheSameHoweverTheBytesAreCut() {
        String text = chunk("retry: 1000\nevent: hello\ndata: {\"protocol\":1}\n\n" + update("A", 1))
                + chunk("id: 1.abc\n\n" + update("B", 4) + update("A", 2).substring(0, 30))
                + chunk(update("A", 2).substring(30));
        for (int length = 1; length <= text.length(); length++) {
            Tally counted = new Tally();
            Reader fresh = new Reader(new Reader.Scanner(Marks.OF_PODIUM, new Subjects(8), counted, new WallClock()));
            readInPieces(new EventStream(fresh, true, UnpooledByteBufAllocator.DEFAULT), text, length);
            assertThat(counted.sum().messages).as("cut every %d bytes", length).isEqualTo(3);
            assertThat(counted.sum().skipped + counted.sum().duplicates).isZero();
            assertThat(fresh.position()).isEqualTo("1.abc");
            assertThat(fresh.holds(new long[] {2, 4})).isTrue();
            assertThat(fresh.holds(new long[] {3, 4})).isFalse();
        }
    }

    @Test
    void readsPlainBodiesWithCarriageReturns() {
        EventStream stream = new EventStream(reader, false, UnpooledByteBufAllocator.DEFAULT);
        readInPieces(stream, "id: 7:0\r\n" + update("A", 1).replace("\n", "\r\n"), 5);
        assertThat(tally.sum().messages).isEqualTo(1);
        assertThat(reader.position()).isEqualTo("7:0");
    }

    @Test
    void takesNoHeartbeatForAMessage() {
        EventStream stream = new EventStream(reader, false, UnpooledByteBufAllocator.DEFAULT);
        readInPieces(stream, ": still here\n\nevent: heartbeat\ndata: {\"at\":1700000000000}\n\n", 100);
        assertThat(tally.sum().messages).isZero();
    }

    @Test
    void countsGapsDuplicatesAndOldVersions() {
        EventStream stream = new EventStream(reader, false, UnpooledByteBufAllocator.DEFAULT);
        readInPieces(
                stream, update("A", 5) + update("A", 9) + update("A", 9) + update("A", 6) + update("A", 10), 1_000);
        Tally.Sum sum = tally.sum();
        assertThat(sum.skipped).isEqualTo(3);
        assertThat(sum.duplicates).isEqualTo(1);
        assertThat(sum.backwards).isEqualTo(1);
    }
}
