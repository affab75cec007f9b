package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.podium.gateway.guard.Limits;
import org.podium.gateway.guard.Limits.Each;
import org.podium.gateway.guard.Proxies;
import org.podium.gateway.guard.Refusal;

/** Limits, blocks and slow requests, on connections of a running server. */
final class LimitsHttpTest {

    private static final String COMPETITIONS = "/v1/competitions";

    private @Nullable ServedBoard served;

    private ServedBoard gateway(ServedBoard.Guarded guarded) {
        ServedBoard gateway = new ServedBoard(10, 100, guarded);
        gateway.becomeReady();
        served = gateway;
        return gateway;
    }

    private static ServedBoard.Guarded limited(int connections, Each address, int refusals) {
        return ServedBoard.Guarded.open()
                .limits(new Limits(connections, address, Each.NONE, refusals, Duration.ofMinutes(5), 1_000));
    }

    private static URI server(ServedBoard gateway) {
        return gateway.request("/").build().uri();
    }

    @AfterEach
    void close() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void refusesTheRequestsOfAnAddressThatAsksTooOften() throws Exception {
        ServedBoard gateway = gateway(limited(0, new Each(0, 3, 0), 0));
        for (int i = 0; i < 3; i++) {
            assertThat(gateway.get(COMPETITIONS).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> answer = gateway.get(COMPETITIONS);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("ask less often");
        assertThat(gateway.get("/").statusCode()).isEqualTo(429);
        assertThat(gateway.refusals()).containsOnly(Refusal.ADDRESS_REQUESTS);
    }

    @Test
    void refusesStreamsThatAreOpenedTooOftenAndLeavesTheOthersAlone() throws Exception {
        ServedBoard gateway = gateway(limited(0, new Each(0, 0, 1), 0));
        try (StreamReader reader = gateway.stream("/v1/stream")) {
            await().until(() -> !reader.data("hello").isEmpty());

            assertThat(gateway.get("/v1/stream").statusCode()).isEqualTo(429);
            assertThat(gateway.streams()).isEqualTo(1);
            assertThat(gateway.get(COMPETITIONS).statusCode()).isEqualTo(200);
            assertThat(reader.ended()).isFalse();
        }
    }

    @Test
    void closesConnectionsThatAnAddressHasTooManyOf() throws Exception {
        ServedBoard gateway = gateway(limited(0, new Each(2, 0, 0), 0));
        try (RawSocket one = new RawSocket(server(gateway));
                RawSocket other = new RawSocket(server(gateway))) {
            await().until(() -> gateway.gate().connections() == 2);
            try (RawSocket tooMany = new RawSocket(server(gateway))) {
                assertThat(tooMany.status()).isZero();
            }
            assertThat(statusOf(one, COMPETITIONS)).isEqualTo(200);
            assertThat(statusOf(other, COMPETITIONS)).isEqualTo(200);
        }
        await().until(() -> gateway.gate().connections() == 0);
        try (RawSocket again = new RawSocket(server(gateway))) {
            assertThat(statusOf(again, COMPETITIONS)).isEqualTo(200);
        }
    }

    private static int statusOf(RawSocket socket, String path) throws IOException {
        socket.send("GET " + path + " HTTP/1.1\r\nHost: gateway\r\n\r\n");
        return socket.status();
    }

    @Test
    void keepsNothingForAFloodOfConnections() throws Exception {
        ServedBoard gateway = gateway(limited(20, Each.NONE, 0));
        List<RawSocket> flood = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                flood.add(new RawSocket(server(gateway)));
            }
            await().until(() -> gateway.refusals().size() == 480);

            assertThat(gateway.gate().connections()).isEqualTo(20);
            assertThat(statusOf(flood.getFirst(), COMPETITIONS)).isEqualTo(200);
        } finally {
            for (RawSocket socket : flood) {
                socket.close();
            }
        }
        await().until(() -> gateway.gate().connections() == 0);
    }

    @Test
    void closesConnectionsWhoseRequestDoesNotComeToAnEnd() throws Exception {
        ServedBoard gateway = gateway(ServedBoard.Guarded.open().head(Duration.ofSeconds(1)));
        try (RawSocket silent = new RawSocket(server(gateway));
                RawSocket slow = new RawSocket(server(gateway));
                RawSocket later = new RawSocket(server(gateway))) {
            slow.send("GET " + COMPETITIONS + " HTTP/1.1\r\nHost: gate");
            assertThat(statusOf(later, COMPETITIONS)).isEqualTo(200);
            later.send("GET " + COMPETITIONS + " HTTP/1.1\r\n");

            assertThat(silent.status()).isEqualTo(408);
            assertThat(slow.status()).isEqualTo(408);
            await().until(() -> gateway.gate().connections() == 0);
        }
        assertThat(gateway.refusals()).containsOnly(Refusal.SLOW_HEAD).hasSize(2);
    }

    @Test
    void leavesConnectionsAloneThatAreOnlyQuiet() throws Exception {
        ServedBoard gateway = gateway(ServedBoard.Guarded.open().head(Duration.ofMillis(500)));
        try (RawSocket quiet = new RawSocket(server(gateway));
                StreamReader reader = gateway.stream("/v1/stream");
                RawSocket late = new RawSocket(server(gateway))) {
            assertThat(statusOf(quiet, COMPETITIONS)).isEqualTo(200);
            assertThat(late.status()).isEqualTo(408);

            assertThat(statusOf(quiet, COMPETITIONS)).isZero();
            assertThat(reader.ended()).isFalse();
            assertThat(gateway.refusals())
                    .as("a connection on which nothing came is no offence")
                    .isEmpty();
        }
    }

    @Test
    void blocksAnAddressBehindAProxyAndNotTheProxy() throws Exception {
        ServedBoard gateway = gateway(limited(0, new Each(0, 2, 0), 2).proxies(Proxies.of("127.0.0.1")));
        for (int i = 0; i < 5; i++) {
            gateway.send(gateway.request(COMPETITIONS).header("X-Forwarded-For", "192.0.2.1"));
        }
        HttpResponse<String> blocked =
                gateway.send(gateway.request(COMPETITIONS).header("X-Forwarded-For", "192.0.2.1"));

        assertThat(blocked.statusCode()).isEqualTo(429);
        assertThat(blocked.body()).contains("blocked");
        assertThat(blocked.headers().firstValueAsLong("Retry-After").orElse(0)).isGreaterThan(60);
        assertThat(gateway.send(gateway.request(COMPETITIONS).header("X-Forwarded-For", "192.0.2.2"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.party().name()).isEqualTo("192.0.2.1"));
    }

    @Test
    void endsTheStreamsOfAnAddressThatIsBlockedAndTakesNoMoreConnectionsOfIt() throws Exception {
        ServedBoard gateway = gateway(limited(0, new Each(0, 2, 0), 1));
        try (StreamReader reader = gateway.stream("/v1/stream")) {
            await().until(() -> !reader.data("hello").isEmpty());
            await().until(() -> {
                gateway.get(COMPETITIONS);
                return !gateway.blocks().isEmpty();
            });
            await().until(reader::ended);

            assertThat(reader.data("goodbye").getFirst()).contains("BLOCKED");
            try (RawSocket blocked = new RawSocket(server(gateway))) {
                assertThat(blocked.status()).isZero();
            }
        }
    }

    @Test
    void countsTheStreamsOfAnAddressBehindAProxyWhateverTheirKind() throws Exception {
        ServedBoard gateway = gateway(limited(0, new Each(3, 0, 0), 0).proxies(Proxies.of("127.0.0.1")));
        String[] one = {"X-Forwarded-For", "192.0.2.1"};
        try (StreamReader events = gateway.stream("/v1/stream", one);
                RawSocket plain = new RawSocket(server(gateway));
                RawSocket socket = new RawSocket(server(gateway))) {
            await().until(() -> !events.data("hello").isEmpty());
            assertThat(streamStatus(plain, "")).isEqualTo(200);
            assertThat(streamStatus(socket, RawAnswer.WEBSOCKET)).isEqualTo(101);
            assertThat(gateway.streams()).isEqualTo(3);

            HttpResponse<String> answer =
                    gateway.send(gateway.request("/v1/stream").headers(one));
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("this address has as many streams");
            try (RawSocket tooMany = new RawSocket(server(gateway))) {
                assertThat(streamStatus(tooMany, RawAnswer.WEBSOCKET)).isEqualTo(429);
            }
            try (StreamReader other = gateway.stream("/v1/stream", "X-Forwarded-For", "192.0.2.2")) {
                assertThat(other.status()).isEqualTo(200);
            }
            assertThat(gateway.refusals()).containsOnly(Refusal.ADDRESS_STREAMS).hasSize(2);
        }
        await().until(() -> gateway.streams() == 0);
        try (RawSocket again = new RawSocket(server(gateway))) {
            assertThat(streamStatus(again, "")).isEqualTo(200);
        }
    }

    private static int streamStatus(RawSocket socket, String headers) throws IOException {
        socket.send("GET /v1/stream HTTP/1.1\r\nHost: gateway\r\nX-Forwarded-For: 192.0.2.1\r\n" + headers + "\r\n");
        return socket.status();
    }
}
