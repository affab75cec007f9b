package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.PooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.sample.SampleUnit;

/** Whatever a stranger sends: an answer that says whose fault it is, and a gateway that goes on and keeps nothing. */
final class FuzzTest {

    private static final String UNIT = "ATHM100M--------------FNL-000100--";
    /** What may end a WebSocket here: the catalogue, the answer to a close, and text that is not UTF-8. */
    private static final Set<Integer> CLOSES = Stream.concat(
                    Stream.of(Frame.Farewell.values()).map(Frame.Farewell::closeCode), Stream.of(1000, 1007))
            .collect(Collectors.toSet());

    private static final int VERSION_THAT_NOBODY_SPEAKS = 501;

    private static @Nullable ServedBoard gateway;

    @BeforeContainer
    static void start() {
        ServedBoard served = new ServedBoard(100, 1_000);
        served.publish(new SampleUnit("OG2024", UNIT, ServedBoard.START).next(ServedBoard.START));
        served.becomeReady();
        gateway = served;
    }

    private static ServedBoard gateway() {
        ServedBoard served = gateway;
        if (served == null) {
            throw new IllegalStateException("The gateway has not been started");
        }
        return served;
    }

    @AfterContainer
    static void goesOnAndHasReleasedEverything() throws Exception {
        try (ServedBoard served = gateway()) {
            assertThat(served.get("/v1/competitions").statusCode()).isEqualTo(200);
            await().until(() -> served.streams() == 0);
        }
        for (int i = 0; i < 20; i++) {
            System.gc();
            PooledByteBufAllocator.DEFAULT.directBuffer(64).release();
        }
        assertThat(LeakRecorder.leaks()).isEmpty();
    }

    private static URI server() {
        return gateway().request("/").build().uri();
    }

    @Provide
    Arbitrary<String> targets() {
        Arbitrary<String> piece = Arbitraries.of(
                "v1",
                "competitions",
                "OG2024",
                "units",
                UNIT,
                "events",
                "medals",
                "schedule",
                "everything",
                "stream",
                "..",
                "%2e%2e",
                "%00",
                "%zz",
                "%C3%28",
                "*",
                "\u00ff",
                "{c}",
                ":c",
                "a".repeat(3_000),
                "");
        Arbitrary<String> parameter = Combinators.combine(
                        Arbitraries.of(
                                "unit",
                                "event",
                                "discipline",
                                "day",
                                "tz",
                                "limit",
                                "after",
                                "position",
                                "status",
                                "medals",
                                "delivery",
                                "competitor",
                                "%00",
                                "",
                                "colour"),
                        Arbitraries.of(
                                UNIT,
                                "ATH",
                                "",
                                "-1",
                                "99999999999",
                                "Europe/Paris",
                                "1.0000abcd.1.0.0",
                                "1.ffffffff.zzzzzzzzzzzz.zzzzzzzzzzzz.zzzzzzzzzzzz",
                                "%",
                                "%ff",
                                "every",
                                "\u0001",
                                "9".repeat(2_000),
                                "2024-02-31",
                                "+18:00",
                                ","))
                .as((name, value) -> name + "=" + value);
        return Combinators.combine(piece.list().ofMaxSize(6), parameter.list().ofMaxSize(4))
                .as((pieces, parameters) -> "/" + String.join("/", pieces)
                        + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)));
    }

    @Property(tries = 300)
    void answersAnyTargetWithoutBlamingItself(
            @ForAll("targets") String target, @ForAll("methods") String method, @ForAll("headers") String headers)
            throws IOException {
        try (RawSocket socket = new RawSocket(server())) {
            socket.send("%s %s HTTP/1.1\r\nHost: x\r\n%s\r\n".formatted(method, target, headers));

            int status = socket.status();
            assertThat(status).as("%s %s", method, target).isNotZero().isLessThan(500);
            saysWhatIsWrong(status, socket);
        }
    }

    @Example
    void answersWhoAsksForExtensionsThatAreNone() throws IOException {
        try (RawSocket socket = new RawSocket(server())) {
            socket.send(String.join(
                    "\r\n",
                    "GET / HTTP/1.1",
                    "Host: x",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Extensions: ;;,permessage-deflate;=",
                    "",
                    ""));

            assertThat(socket.status()).isEqualTo(200);
        }
    }

    @Example
    void opensAWebSocketForWhoOffersExtensionsThatAreNone() throws IOException {
        try (RawSocket socket = new RawSocket(server())) {
            socket.send(String.join(
                    "\r\n",
                    "GET /v1/stream HTTP/1.1",
                    "Host: x",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Extensions: ;;,permessage-deflate;=",
                    "",
                    ""));

            assertThat(socket.status()).isEqualTo(101);
        }
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "TRACE", "PATCH", "QUERY");
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                        "If-None-Match: \"",
                        "If-None-Match: *",
                        "Accept-Encoding: ;;q=,gzip;q=x",
                        "Accept-Encoding: zstd",
                        "Last-Event-ID: \u00fc",
                        "Last-Event-ID: 1.0000abcd",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: =",
                        "Sec-WebSocket-Extensions: ;;,permessage-deflate;=",
                        "Origin: null",
                        "Origin: http://x:y",
                        "Content-Length: 0",
                        "Expect: nothing",
                        "Cookie: a=b; ;",
                        "X-Forwarded-For: ::::")
                .list()
                .ofMaxSize(4)
                .map(lines -> lines.stream().map(line -> line + "\r\n").collect(Collectors.joining()));
    }

    @Property(tries = 200)
    void answersAnyBytesWithoutBlamingItself(@ForAll("heads") String start, @ForAll byte[] rest) throws IOException {
        try (RawSocket socket = new RawSocket(server())) {
            socket.send(start);
            socket.send(rest);
            socket.sendEnd();

            int status = socket.status();
            if (status != VERSION_THAT_NOBODY_SPEAKS) {
                assertThat(status).as("0 for a cut").isLessThan(500);
                saysWhatIsWrong(status, socket);
            }
        }
    }

    private static void saysWhatIsWrong(int status, RawSocket socket) throws IOException {
        if (status >= 400) {
            assertThat(socket.head())
                    .as("%d", status)
                    .anyMatch("Content-Type: application/problem+json"::equalsIgnoreCase);
        }
    }

    @Provide
    Arbitrary<String> heads() {
        return Arbitraries.of(
                "",
                "GET ",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n",
                "POST /v1/stream HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 7\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /v1/stream HTTP/1.0\r\n\r\n");
    }

    /** A frame: first byte, whether masked, the length that it claims, and what follows. */
    record RawFrame(int first, boolean masked, int claim, List<Byte> payload) implements Serializable {

        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(first);
            int length = claim < 0 ? payload.size() : claim;
            int mask = masked ? 0x80 : 0;
            if (length < 126) {
                out.write(mask | length);
            } else {
                out.write(mask | 126);
                out.write(length >> 8);
                out.write(length);
            }
            if (masked) {
                out.writeBytes(new byte[4]);
            }
            payload.forEach(out::write);
            return out.toByteArray();
        }
    }

    private static List<Byte> bytes(String text) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
            bytes.add(each);
        }
        return bytes;
    }

    @Provide
    Arbitrary<List<RawFrame>> frames() {
        Arbitrary<List<Byte>> payload = Arbitraries.oneOf(
                Arbitraries.bytes().list().ofMaxSize(200),
                Arbitraries.of(
                                "{\"type\":\"hello\"}",
                                "{\"type\":\"subscribe\",\"medals\":\"yes\"}",
                                "{\"type\":7}",
                                "[[[[[[",
                                "null",
                                "{\"type\":\"hello\",\"unit\":[\"%s\"],\"delivery\":\"every\"}".formatted(UNIT),
                                "\u00ff\u00fe",
                                "")
                        .map(FuzzTest::bytes));
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(3, Arbitraries.of(0x81, 0x89, 0x8A, 0x01, 0x80, 0x82, 0xC1)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 255))),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(9, true), net.jqwik.api.Tuple.of(1, false)),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(9, -1), net.jqwik.api.Tuple.of(1, 65_535)),
                        payload)
                .as(RawFrame::new)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 300)
    void endsAnyWebSocketWithACodeOfTheCatalogue(
            @ForAll("frames") List<RawFrame> frames, @ForAll("queries") String query) throws IOException {
        try (RawSocket socket = new RawSocket(server())) {
            socket.send(String.join(
                    "\r\n",
                    "GET /v1/stream" + query + " HTTP/1.1",
                    "Host: x",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Extensions: permessage-deflate",
                    "",
                    ""));
            assertThat(socket.status()).isEqualTo(101);
            socket.head();
            frames.forEach(frame -> socket.send(frame.bytes()));
            // A close from our side, unless a frame before claims these bytes as its own.
            socket.send(new byte[] {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 3, (byte) 0xE8});
            boolean owesBytes = frames.stream().anyMatch(frame -> frame.claim() >= 0);
            if (owesBytes) {
                socket.sendEnd();
            }

            int status = socket.closeStatus();
            boolean cut = status == RawSocket.RESET || (status == 0 && owesBytes);
            if (!cut) {
                assertThat(CLOSES).contains(status);
            }
        }
    }

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.of("", "?medals=only", "?delivery=every&position=1.0000abcd.0.0.0");
    }
}
