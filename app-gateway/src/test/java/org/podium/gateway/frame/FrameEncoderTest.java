package org.podium.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.podium.gateway.board.Origin;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.sample.SampleUnit;

final class FrameEncoderTest {

    private static final Instant START = Instant.parse("2024-08-04T19:50:00Z");

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    private final FrameEncoder encoder = new FrameEncoder(allocator);
    private final Position position = new Position("0000abcd", new long[] {35, 36});
    private final Revision revision = new Revisions(Clock.fixed(START, ZoneOffset.UTC))
            .of(new SampleUnit("OG2024", "ATHM100M--------------FNL-000100--", START).next(START), new Origin(0, 34));
    private final List<Frame> batch = List.of(new Frame.Update(revision, Detail.FULL), new Frame.Reached(position));

    @AfterEach
    void releasesAllItsMemory() {
        encoder.close();

        assertThat(allocator.metric().usedDirectMemory()).isZero();
    }

    private byte[] bytes(List<Frame> frames, Wire wire) {
        ByteBuf encoded = encoder.encode(frames, wire);
        byte[] bytes = ByteBufUtil.getBytes(encoded);
        encoded.release();
        return bytes;
    }

    private String text(List<Frame> frames, Wire wire) {
        return new String(bytes(frames, wire), StandardCharsets.UTF_8);
    }

    private String document() {
        return new String(revision.document(Detail.FULL), StandardCharsets.UTF_8);
    }

    @Test
    void writesServerSentEventsWithThePositionAsAnIdOfItsOwn() {
        long at = START.toEpochMilli();

        assertThat(text(batch, Wire.SSE))
                .isEqualTo("event: update\ndata: {\"part\":\"unit\",\"takenAt\":%d,\"publishedAt\":%d,\"unit\":%s}\n\n"
                                .formatted(at, at, document())
                        + "id: 1.0000abcd.z.10\n\n");
    }

    @Test
    void tellsAReaderOfEveryVersionThePositionWithTheUpdate() throws IOException {
        List<Frame> told = List.of(new Frame.Update(revision, Detail.FULL, Optional.of(position)));

        assertThat(text(told, Wire.SSE)).startsWith("id: 1.0000abcd.z.10\nevent: update\ndata: {\"part\":\"unit\",");
        assertThat(text(told, Wire.WEBSOCKET).substring(4))
                .startsWith("{\"type\":\"update\",\"position\":\"1.0000abcd.z.10\",\"part\":\"unit\",");
        assertThat(inflated(bytes(told, Wire.WEBSOCKET_DEFLATED)))
                .isEqualTo(text(told, Wire.WEBSOCKET).substring(4));
        assertThat(gunzipped(List.of(told, batch, told)))
                .isEqualTo(text(told, Wire.SSE) + text(batch, Wire.SSE) + text(told, Wire.SSE));
    }

    @Test
    void goesOnAfterABatchThatCannotBeEncoded() {
        String before = text(batch, Wire.SSE);
        List<Frame> broken = new AbstractList<>() {
            @Override
            public Frame get(int index) {
                throw new OutOfMemoryError("no direct memory, says this test");
            }

            @Override
            public int size() {
                return 1;
            }
        };
        assertThatThrownBy(() -> encoder.encode(broken, Wire.SSE)).isInstanceOf(OutOfMemoryError.class);

        assertThat(text(batch, Wire.SSE)).isEqualTo(before);
    }

    @Test
    void putsABatchIntoOneChunk() {
        String plain = text(batch, Wire.SSE);
        String chunked = text(batch, Wire.SSE_CHUNKED);

        assertThat(Integer.parseInt(chunked.substring(0, 8), 16)).isEqualTo(plain.length());
        assertThat(chunked.substring(8)).isEqualTo("\r\n" + plain + "\r\n");
    }

    @Test
    void tellsTheTimeToComeBackAsBrowsersReadIt() {
        List<Frame> hello = List.of(
                new Frame.Hello(Optional.of(position), true, Duration.ofSeconds(25), Duration.ofMillis(1_500), 7));

        assertThat(text(hello, Wire.SSE)).startsWith("retry: 1500\nid: 1.0000abcd.z.10\nevent: hello\ndata: {");
    }

    @Test
    void encodesABatchOnceForAllWhoAreSentIt() {
        ByteBuf one = encoder.encode(batch, Wire.SSE);
        ByteBuf other = encoder.encode(batch, Wire.SSE);

        assertThat(one.isDirect()).isTrue();
        assertThat(one.memoryAddress()).isEqualTo(other.memoryAddress());
        one.release();
        other.release();
    }

    @Test
    void writesAMessageForEachFrame() {
        byte[] bytes = bytes(batch, Wire.WEBSOCKET);
        int length = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);

        assertThat(bytes[0] & 0xFF).isEqualTo(0x81);
        assertThat(bytes[1]).isEqualTo((byte) 126);
        assertThat(new String(bytes, 4, length, StandardCharsets.UTF_8))
                .startsWith("{\"type\":\"update\",\"part\":\"unit\",")
                .endsWith(document() + "}");
        assertThat(new String(bytes, 4 + length + 2, bytes[4 + length + 1], StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"position\",\"position\":\"1.0000abcd.z.10\"}");
    }

    @Test
    void compressesWhatIsAboutARevisionByItselfAndOnce() {
        byte[] bytes = bytes(List.of(new Frame.Update(revision, Detail.FULL)), Wire.WEBSOCKET_DEFLATED);
        byte[] again = bytes(List.of(new Frame.Update(revision, Detail.FULL)), Wire.WEBSOCKET_DEFLATED);

        assertThat(bytes[0] & 0xFF).as("RSV1 says that it is compressed").isEqualTo(0xC1);
        assertThat(bytes.length).isLessThan(revision.document(Detail.FULL).length);
        assertThat(inflated(bytes)).startsWith("{\"type\":\"update\"").endsWith(document() + "}");
        assertThat(again).isEqualTo(bytes);
    }

    /** The text of a compressed message of one frame (RFC 7692, 7.2.2). */
    private static String inflated(byte[] message) {
        int head = message[1] == 126 ? 4 : 2;
        byte[] input = Arrays.copyOfRange(message, head, message.length + 4);
        input[input.length - 1] = (byte) 0xFF;
        input[input.length - 2] = (byte) 0xFF;
        byte[] out = new byte[65_536];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(input);
            return new String(out, 0, inflater.inflate(out), StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new AssertionError("Not what RFC 7692 describes", e);
        }
    }

    private String gunzipped(List<List<Frame>> batches) throws IOException {
        GzipStream stream = new GzipStream();
        ByteBuf all = Unpooled.buffer();
        stream.begin(all);
        for (List<Frame> each : batches) {
            ByteBuf piece = encoder.encode(each, Wire.SSE_GZIP, stream);
            all.writeBytes(piece);
            piece.release();
        }
        stream.end(all);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(ByteBufUtil.getBytes(all)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void makesPiecesOfGzipThatFollowEachOtherInAnyOrder() throws IOException {
        Frame large = new Frame.Goodbye(Frame.Farewell.AGED, "x".repeat(70_000), Duration.ZERO);
        List<List<Frame>> batches = List.of(batch, List.of(large), batch, List.of(new Frame.Reached(position)), batch);

        assertThat(gunzipped(batches))
                .isEqualTo(batches.stream().map(each -> text(each, Wire.SSE)).collect(Collectors.joining()));
    }

    @Test
    void compressesAndSumsABatchOnceForAllWhoAreSentIt() {
        ByteBuf one = encoder.encode(batch, Wire.SSE_GZIP_CHUNKED, new GzipStream());
        ByteBuf other = encoder.encode(batch, Wire.SSE_GZIP_CHUNKED, new GzipStream());

        assertThat(one.memoryAddress()).isEqualTo(other.memoryAddress());
        assertThat(one.readableBytes()).isLessThan(revision.document(Detail.FULL).length);
        one.release();
        other.release();
    }
}
