package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.gateway.guard.Anonymous;
import org.podium.gateway.guard.Refusal;
import org.podium.gateway.guard.SigningKeys;
import org.podium.gateway.guard.Tokens;
import org.podium.gateway.sample.Issuer;
import org.podium.gateway.sample.SampleUnit;

/** Tokens on a gateway that wants them, over HTTP. */
final class TokenHttpTest {

    private static final String COMPETITIONS = "/v1/competitions";
    private static final String UNIT = "ATHM100M--------------FNL-000100--";

    @TempDir
    @Nullable
    Path directory;

    private final Issuer issuer = new Issuer("k1");
    private @Nullable SigningKeys keys;
    private @Nullable ServedBoard served;

    @BeforeEach
    void publishKeys() throws IOException {
        Files.writeString(file(), issuer.published().toString());
    }

    @AfterEach
    void close() {
        if (served != null) {
            served.close();
        }
        if (keys != null) {
            keys.close();
        }
    }

    private Path file() {
        return java.util.Objects.requireNonNull(directory).resolve("keys.json");
    }

    private ServedBoard gateway(Anonymous anonymous) {
        ServedBoard gateway = gateway(anonymous, file().toString());
        await().until(() -> gateway.send(gateway.request(COMPETITIONS).headers("Authorization", bearer("app")))
                        .statusCode()
                == 200);
        return gateway;
    }

    private ServedBoard gateway(Anonymous anonymous, String location) {
        SigningKeys following =
                SigningKeys.follow(location, Duration.ofHours(1), Duration.ofSeconds(30), System::nanoTime);
        Tokens tokens =
                new Tokens(following, new Tokens.Rules(Issuer.NAME, Issuer.AUDIENCE, Duration.ZERO), Clock.systemUTC());
        ServedBoard gateway = new ServedBoard(10, 10, ServedBoard.Guarded.open().tokens(tokens, anonymous));
        gateway.publish(new SampleUnit("OG2024", UNIT, ServedBoard.START).next(ServedBoard.START));
        gateway.becomeReady();
        keys = following;
        served = gateway;
        return gateway;
    }

    private String bearer(String scope) {
        return "Bearer " + token(scope);
    }

    private String token(String scope) {
        return issuer.token("tester", scope, Instant.now().plusSeconds(600));
    }

    private static HttpResponse<String> get(ServedBoard gateway, String path, String authorization) throws Exception {
        return gateway.send(gateway.request(path).headers("Authorization", authorization));
    }

    @Test
    void letsNobodyInWithoutATokenWhenOneIsNeeded() throws Exception {
        ServedBoard gateway = gateway(Anonymous.NOTHING);
        HttpResponse<String> answer = gateway.get(COMPETITIONS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"podium\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":401", "Authorization: Bearer TOKEN");
        assertThat(gateway.get("/").statusCode()).isEqualTo(200);
        assertThat(gateway.refusals()).contains(Refusal.TOKEN_MISSING);
    }

    @Test
    void letsCachesHandOnOnlyWhatEverybodyMaySee() throws Exception {
        assertThat(get(gateway(Anonymous.NOTHING), COMPETITIONS, bearer("app"))
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("private, max-age="));
        close();
        assertThat(get(gateway(Anonymous.APP), COMPETITIONS, bearer("app"))
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("public, max-age="));
    }

    @Test
    void saysWhatIsWrongWithAToken() throws Exception {
        ServedBoard gateway = gateway(Anonymous.MEDIA);
        String expired = issuer.token("tester", "app", Instant.now().minusSeconds(5));

        HttpResponse<String> answer = get(gateway, COMPETITIONS, "Bearer " + expired);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"podium\", error=\"invalid_token\"");
        assertThat(answer.body()).contains("has expired");
        assertThat(get(gateway, COMPETITIONS, "Bearer nonsense").body()).contains("no signed JWT");
        assertThat(get(gateway, COMPETITIONS, "Basic dTpw").statusCode()).isEqualTo(401);
        assertThat(get(gateway, COMPETITIONS, bearer("nothing")).statusCode()).isEqualTo(403);
    }

    @Test
    void letsBrowsersAskWithAToken() throws Exception {
        HttpResponse<String> preflight = gateway(Anonymous.NOTHING)
                .send(java.util.Objects.requireNonNull(served)
                        .request(COMPETITIONS)
                        .method("OPTIONS", BodyPublishers.noBody())
                        .headers(
                                "Origin", "https://media.example",
                                "Access-Control-Request-Method", "GET",
                                "Access-Control-Request-Headers", "Authorization"));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(headers -> assertThat(headers).contains("Authorization"));
    }

    @Test
    void givesEveryVersionOnlyToMedia() throws Exception {
        ServedBoard gateway = gateway(Anonymous.APP);
        HttpResponse<String> nameless = gateway.get("/v1/stream?delivery=every");
        HttpResponse<String> app = get(gateway, "/v1/stream?delivery=every", bearer("app"));

        assertThat(nameless.statusCode()).isEqualTo(401);
        assertThat(app.statusCode()).isEqualTo(403);
        assertThat(app.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"podium\", error=\"insufficient_scope\"");
        assertThat(app.body()).contains("the scope media");
        try (StreamReader reader = gateway.stream("/v1/stream?delivery=every", "Authorization", bearer("media"))) {
            await().until(() -> !reader.data("snapshot").isEmpty());
        }
    }

    @Test
    void takesTheTokenOfAStreamInItsQueryAndOfNothingElse() throws Exception {
        ServedBoard gateway = gateway(Anonymous.NOTHING);
        try (StreamReader reader = gateway.stream("/v1/stream?access_token=" + token("app"))) {
            await().until(() -> !reader.data("snapshot").isEmpty());
        }
        try (SocketReader reader = gateway.socket("/v1/stream?access_token=" + token("app"))) {
            reader.say("{\"type\":\"hello\"}");
            await().until(() -> !reader.messages("snapshot").isEmpty());
        }
        assertThat(gateway.get(COMPETITIONS + "?access_token=" + token("app")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void endsASocketThatAsksForMoreThanItsTokenAllows() throws Exception {
        ServedBoard gateway = gateway(Anonymous.APP);
        try (SocketReader reader = gateway.socket("/v1/stream")) {
            reader.say("{\"type\":\"hello\"}");
            await().until(() -> !reader.messages("snapshot").isEmpty());
            reader.say("{\"type\":\"subscribe\",\"delivery\":\"every\"}");
            await().until(() -> reader.closeCode() != 0);

            assertThat(reader.closeCode()).isEqualTo(4403);
            assertThat(reader.messages("goodbye").getFirst()).contains("FORBIDDEN", "scope media");
        }
    }

    @Test
    void endsStreamsWhenTheirTokenExpires() throws Exception {
        ServedBoard gateway = gateway(Anonymous.NOTHING);
        String token = issuer.token("tester", "app", Instant.now().plusSeconds(2));
        try (StreamReader events = gateway.stream("/v1/stream", "Authorization", "Bearer " + token);
                SocketReader socket = gateway.socket("/v1/stream?medals=only&access_token=" + token)) {
            await().until(() ->
                    !events.data("hello").isEmpty() && !socket.messages("hello").isEmpty());
            await().until(() -> events.ended() && socket.closeCode() == 4401);

            assertThat(events.data("goodbye").getFirst()).contains("TOKEN_EXPIRED", "\"comeBack\":false");
        }
        await().until(() -> gateway.streams() == 0);
    }

    @Test
    void takesTokensOfANewKeyAfterARotation() throws Exception {
        ServedBoard gateway = gateway(Anonymous.NOTHING);
        issuer.rotate("k2");
        publishKeys();

        await().untilAsserted(() -> assertThat(
                        get(gateway, COMPETITIONS, bearer("app")).statusCode())
                .isEqualTo(200));
    }

    @Test
    void answersAtOnceWhileTheKeysAreSlow() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        HttpServer publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/keys", exchange -> {
            try (exchange) {
                slow.await();
                byte[] body = issuer.published().toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        publisher.start();
        try {
            ServedBoard gateway = gateway(
                    Anonymous.APP, "http://127.0.0.1:" + publisher.getAddress().getPort() + "/keys");

            HttpResponse<String> answer = get(gateway, COMPETITIONS, bearer("app"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(gateway.get(COMPETITIONS).statusCode()).isEqualTo(200);
            slow.countDown();
            await().untilAsserted(() -> assertThat(
                            get(gateway, COMPETITIONS, bearer("app")).statusCode())
                    .isEqualTo(200));
        } finally {
            slow.countDown();
            publisher.stop(0);
        }
    }

    @Test
    void letsOperatorsAloneBlock() throws Exception {
        ServedBoard gateway = gateway(Anonymous.MEDIA);

        assertThat(gateway.get("/v1/blocks").statusCode()).isEqualTo(401);
        assertThat(get(gateway, "/v1/blocks", bearer("media")).statusCode()).isEqualTo(403);
        assertThat(get(gateway, "/v1/blocks", bearer("operator")).body()).isEqualTo("{\"blocks\":[]}");
        assertThat(block(gateway, "PUT", "address/nonsense")).isEqualTo(400);
        assertThat(block(gateway, "PUT", "colour/red")).isEqualTo(400);
        assertThat(block(gateway, "PUT", "address/192.0.2.1?seconds=0")).isEqualTo(400);
        assertThat(block(gateway, "DELETE", "address/192.0.2.1")).isEqualTo(404);
        assertThat(block(gateway, "PUT", "address/192.0.2.1?seconds=60")).isEqualTo(204);
        String blocks = get(gateway, "/v1/blocks", bearer("operator")).body();
        assertThat(blocks).contains("\"kind\":\"address\"", "\"name\":\"192.0.2.1\"", "\"untilAt\":");
        assertThat(new ProtocolDocuments().problemsOfDocument("Blocks", blocks)).isEmpty();
    }

    private int block(ServedBoard gateway, String method, String who) throws Exception {
        return gateway.send(gateway.request("/v1/blocks/" + who)
                        .method(method, BodyPublishers.noBody())
                        .header("Authorization", bearer("operator")))
                .statusCode();
    }

    @Test
    void endsTheStreamsOfATokenThatIsBlockedAndLetsItInAgainLater() throws Exception {
        ServedBoard gateway = gateway(Anonymous.NOTHING);
        String abuser = issuer.token("abuser", "media", Instant.now().plusSeconds(600));
        try (StreamReader blocked = gateway.stream("/v1/stream", "Authorization", "Bearer " + abuser);
                StreamReader other = gateway.stream("/v1/stream", "Authorization", bearer("app"))) {
            await().until(() -> !blocked.data("snapshot").isEmpty()
                    && !other.data("snapshot").isEmpty());
            assertThat(block(gateway, "PUT", "token/abuser")).isEqualTo(204);
            await().until(blocked::ended);

            assertThat(blocked.data("goodbye").getFirst()).contains("BLOCKED", "\"comeBack\":false");
            HttpResponse<String> answer = get(gateway, COMPETITIONS, "Bearer " + abuser);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(500L, 600L);
            assertThat(other.ended()).isFalse();
            assertThat(block(gateway, "DELETE", "token/abuser")).isEqualTo(204);
            assertThat(get(gateway, COMPETITIONS, "Bearer " + abuser).statusCode())
                    .isEqualTo(200);
        }
    }
}
