package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.gateway.sample.SampleLine;
import org.podium.gateway.sample.SampleUnit;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.ResultLine;

/** A connection that nobody reads, over real sockets. */
final class SlowReaderTest {

    private static final int VERSIONS = 400;

    /** What a name adds to every version, so that the socket's buffers are full long before the last one. */
    private static final int NAME_CHARACTERS = 100_000;

    private static final byte[] MASKED_CLOSE = {(byte) 0x88, (byte) 0x80, 0, 0, 0, 0};

    private final SampleUnit sprint = new SampleUnit("OG2024", "ATHM100M--------------FNL-000100--", ServedBoard.START);
    private final ServedBoard gateway = new ServedBoard(1_000, 10);

    @BeforeEach
    void publishFirst() {
        char[] name = new char[NAME_CHARACTERS];
        Arrays.fill(name, 'N');
        ResultLine line = new SampleLine("1", new String(name), "AAX", MarkKind.TIME).build();
        sprint.lines(List.of(line));
        gateway.publish(sprint.next(ServedBoard.START));
        gateway.becomeReady();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void costsNobodyElseAnythingAndGetsTheNewestWhenItReadsAgain() throws Exception {
        try (Socket slow = open("/v1/stream");
                StreamReader fast = gateway.stream("/v1/stream?detail=summary")) {
            String newest = publishMoreThanBuffersHold(fast);

            long read = readUntil(slow, newest);

            assertThat(read)
                    .as("versions between the full buffers and the newest are skipped")
                    .isLessThan((long) VERSIONS * NAME_CHARACTERS / 2);
        }
    }

    @Test
    void isCutWhenItSaysCloseAndDoesNotRead() throws Exception {
        try (Socket slow = open("/v1/stream?delivery=every", RawAnswer.WEBSOCKET);
                StreamReader fast = gateway.stream("/v1/stream?detail=summary")) {
            publishMoreThanBuffersHold(fast);
            int before = gateway.gate().connections();

            slow.getOutputStream().write(MASKED_CLOSE);

            await().until(() -> gateway.gate().connections() == before - 1);
            assertThat(gateway.streams()).isEqualTo(1);
        }
    }

    /** Publishes until the fast reader has all; the text by which the newest version is known. */
    private String publishMoreThanBuffersHold(StreamReader fast) {
        await().until(() -> gateway.streams() == 2 && !fast.data("snapshot").isEmpty());
        for (int version = 0; version < VERSIONS; version++) {
            gateway.publish(sprint.next(ServedBoard.START));
        }
        String newest = "\"version\":" + (VERSIONS + 1) + ",";
        await().until(() -> fast.data("update").stream().anyMatch(update -> update.contains(newest)));
        return newest;
    }

    private Socket open(String path, String... headers) throws IOException {
        var server = gateway.request("/").build().uri();
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                        .formatted(path, server.getAuthority(), String.join("", headers))
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reads until the text comes; the number of bytes before it. */
    private static long readUntil(Socket socket, String text) throws IOException {
        byte[] chunk = new byte[65_536];
        String tail = "";
        long read = 0;
        while (!tail.contains(text)) {
            int size = socket.getInputStream().read(chunk);
            assertThat(size).as("the stream goes on").isPositive();
            read += size;
            String both = tail + new String(chunk, 0, size, StandardCharsets.UTF_8);
            tail = both.contains(text) ? both : both.substring(Math.max(0, both.length() - text.length()));
        }
        return read;
    }
}
