package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.guard.Anonymous;
import org.podium.gateway.guard.SigningKeys;
import org.podium.gateway.guard.Tokens;
import org.podium.gateway.sample.Issuer;
import org.podium.gateway.sample.TokenTexts;

/** Whatever a stranger sends as a token over HTTP: told that it is none, and how to send one. */
final class TokenFuzzTest {

    private static @Nullable Path file;
    private static @Nullable SigningKeys keys;
    private static @Nullable ServedBoard gateway;

    @BeforeContainer
    static void start() throws IOException {
        Path published = Files.createTempFile("keys", ".json");
        Files.writeString(published, new Issuer("k1").published().toString());
        SigningKeys following =
                SigningKeys.follow(published.toString(), Duration.ofHours(1), Duration.ofSeconds(30), System::nanoTime);
        Tokens tokens =
                new Tokens(following, new Tokens.Rules(Issuer.NAME, Issuer.AUDIENCE, Duration.ZERO), Clock.systemUTC());
        ServedBoard served = new ServedBoard(10, 10, ServedBoard.Guarded.open().tokens(tokens, Anonymous.NOTHING));
        served.becomeReady();
        await().until(following::known);
        file = published;
        keys = following;
        gateway = served;
    }

    @AfterContainer
    static void stop() throws IOException {
        Objects.requireNonNull(gateway).close();
        Objects.requireNonNull(keys).close();
        Files.delete(Objects.requireNonNull(file));
    }

    private static URI server() {
        return Objects.requireNonNull(gateway).request("/").build().uri();
    }

    /** Characters that a header may have: others are the HTTP server's to refuse. */
    @Provide
    Arbitrary<String> texts() {
        return TokenTexts.with(Arbitraries.strings()
                .withCharRange('!', '~')
                .withCharRange('\u00a1', '\u00ff')
                .ofMaxLength(100));
    }

    @Property(tries = 200)
    void isRefusedInAHeader(@ForAll("texts") String text) throws IOException {
        isRefused(RawAnswer.to(server(), "/v1/competitions", "Authorization: Bearer " + text));
    }

    @Property(tries = 200)
    void isRefusedInTheQueryOfAStream(@ForAll("texts") String text) throws IOException {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        isRefused(RawAnswer.to(server(), "/v1/stream?access_token=" + encoded));
    }

    private static void isRefused(RawAnswer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.head().lines())
                .anyMatch("Content-Type: application/problem+json"::equalsIgnoreCase)
                .anyMatch("WWW-Authenticate: Bearer realm=\"podium\", error=\"invalid_token\""::equalsIgnoreCase);
        assertThat(answer.body()).contains("\"status\":401");
    }
}
