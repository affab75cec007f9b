package org.podium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.podium.gateway.sample.Issuer;

final class TokensTest {

    private static final Instant NOW = Instant.parse("2024-08-04T19:50:00Z");
    private static final Instant LATER = NOW.plusSeconds(600);

    private final Issuer issuer = new Issuer("k1");
    private final AtomicReference<@Nullable JWKSet> published = new AtomicReference<>(issuer.published());
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final SigningKeys keys = new SigningKeys(this::published, nanos::get);
    private final Tokens tokens = new Tokens(
            keys,
            new Tokens.Rules(Issuer.NAME, Issuer.AUDIENCE, Duration.ofSeconds(30)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private JWKSet published() throws IOException {
        reads.incrementAndGet();
        JWKSet now = published.get();
        if (now == null) {
            throw new IOException("the issuer is away");
        }
        return now;
    }

    @BeforeEach
    void readKeys() {
        keys.read();
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void takesAGoodTokenWithItsRights() {
        assertThat(tokens.check(issuer.token("broadcaster", "profile media", LATER)))
                .isEqualTo(new Tokens.Good("broadcaster", Set.of(Right.APP, Right.MEDIA), LATER.plusSeconds(30)));
    }

    @Test
    void givesNoRightsWithoutAScope() {
        JWTClaimsSet claims =
                Issuer.claims("app", "app", LATER).claim("scope", null).build();

        assertThat(tokens.check(issuer.sign(claims)))
                .isEqualTo(new Tokens.Good("app", Set.of(), LATER.plusSeconds(30)));
    }

    @Test
    void refusesWhatHasExpiredMoreThanTheLeewayAgo() {
        refuses(issuer.token("app", "app", NOW.minusSeconds(31)), Refusal.TOKEN_EXPIRED);
        assertThat(tokens.check(issuer.token("app", "app", NOW.minusSeconds(29))))
                .isInstanceOf(Tokens.Good.class);
    }

    @Test
    void refusesWhatIsNotValidYet() {
        refuses(
                issuer.sign(Issuer.claims("app", "app", LATER)
                        .notBeforeTime(Date.from(NOW.plusSeconds(31)))
                        .build()),
                Refusal.TOKEN_INVALID);
    }

    @Test
    void refusesAnotherIssuersAndAnotherAudiencesTokens() {
        refuses(
                issuer.sign(Issuer.claims("app", "app", LATER)
                        .issuer("https://other.example")
                        .build()),
                Refusal.TOKEN_INVALID);
        refuses(
                issuer.sign(
                        Issuer.claims("app", "app", LATER).audience("tickets").build()),
                Refusal.TOKEN_INVALID);
    }

    @Test
    void refusesATokenOfNobodyAndOneThatNeverEnds() {
        refuses(issuer.sign(Issuer.claims("app", "app", LATER).subject(null).build()), Refusal.TOKEN_INVALID);
        refuses(
                issuer.sign(
                        Issuer.claims("app", "app", LATER).expirationTime(null).build()),
                Refusal.TOKEN_INVALID);
    }

    @Test
    void refusesATokenThatNobodySigned() {
        refuses(new PlainJWT(Issuer.claims("app", "operator", LATER).build()).serialize(), Refusal.TOKEN_INVALID);
    }

    @Test
    void refusesAPublicKeyThatIsUsedAsASharedSecret() throws Exception {
        byte[] secret = issuer.published().toString().getBytes(StandardCharsets.UTF_8);
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                Issuer.claims("app", "operator", LATER).build());
        forged.sign(new MACSigner(secret));

        refuses(forged.serialize(), Refusal.TOKEN_INVALID);
    }

    @Test
    void refusesAnotherKeyUnderTheSameName() {
        refuses(new Issuer("k1").token("app", "operator", LATER), Refusal.TOKEN_INVALID);
    }

    @Test
    void refusesAChangedToken() {
        String token = issuer.token("app", "app", LATER);
        int signature = token.lastIndexOf('.') + 1;
        char first = token.charAt(signature);

        refuses(
                token.substring(0, signature) + (first == 'A' ? 'B' : 'A') + token.substring(signature + 1),
                Refusal.TOKEN_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.e30", "eyJhbGciOiJub25lIn0.e30.", "\u0000", "ä.ö.ü"})
    void refusesWhatIsNoToken(String text) {
        refuses(text, Refusal.TOKEN_INVALID);
    }

    @Test
    void takesTokensOfANewKeyOnceTheKeysHaveBeenReadAgain() {
        issuer.rotate("k2");
        published.set(issuer.published());
        String token = issuer.token("app", "app", LATER);
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());

        refuses(token, Refusal.KEYS_UNAVAILABLE);
        await().untilAsserted(() -> assertThat(tokens.check(token)).isInstanceOf(Tokens.Good.class));
    }

    @Test
    void doesNotTakeTokensOfAKeyThatWasTakenBack() {
        String token = issuer.token("app", "app", LATER);
        published.set(new Issuer("k2").published());
        keys.read();

        refuses(token, Refusal.TOKEN_INVALID);
    }

    @Test
    void doesNotReadKeysForEachTokenWithAnUnknownOne() {
        for (int i = 0; i < 100; i++) {
            refuses(new Issuer("made-up-" + i).token("app", "app", LATER), Refusal.TOKEN_INVALID);
        }

        assertThat(reads).hasValue(1);
    }

    @Test
    void goesOnWithTheKeysThatItHasWhileTheIssuerIsAway() {
        published.set(null);
        keys.read();

        assertThat(tokens.check(issuer.token("app", "app", LATER))).isInstanceOf(Tokens.Good.class);
    }

    @Test
    void keepsKeysWhenWhatIsPublishedHasNone() {
        published.set(new JWKSet());
        keys.read();

        assertThat(tokens.check(issuer.token("app", "app", LATER))).isInstanceOf(Tokens.Good.class);
    }

    @Test
    void cannotTellBeforeKeysHaveBeenRead() {
        try (SigningKeys unread = new SigningKeys(this::published, nanos::get)) {
            Tokens early = new Tokens(
                    unread, new Tokens.Rules(Issuer.NAME, Issuer.AUDIENCE, Duration.ZERO), Clock.systemUTC());

            assertThat(early.check(issuer.token("app", "app", LATER)))
                    .isInstanceOfSatisfying(
                            Tokens.Bad.class, bad -> assertThat(bad.refusal()).isEqualTo(Refusal.KEYS_UNAVAILABLE));
        }
    }

    private void refuses(String token, Refusal why) {
        assertThat(tokens.check(token)).isInstanceOfSatisfying(Tokens.Bad.class, bad -> {
            assertThat(bad.refusal()).isEqualTo(why);
            assertThat(bad.sentence()).isNotEmpty();
        });
    }
}
