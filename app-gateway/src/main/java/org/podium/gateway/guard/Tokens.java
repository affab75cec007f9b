package org.podium.gateway.guard;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks bearer tokens (RFC 7519, RFC 9068): signed by a key of the issuer with an algorithm that has a public key, for
 * this audience, of this issuer, not expired. Whom it was given to is in {@code sub}, what may be done in
 * {@code scope}, words with spaces between.
 */
public final class Tokens {

    /** Neither {@code none} nor algorithms with a shared secret, whatever the token says. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final SigningKeys keys;
    private final Duration leeway;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * What a token has to say.
     *
     * @param issuer its {@code iss}
     * @param audience among its {@code aud}
     * @param leeway how far the issuer's clock may be from ours
     */
    public record Rules(String issuer, String audience, Duration leeway) {}

    /** What is thought of a token. */
    public sealed interface Verdict {}

    /** It is good. */
    public record Good(String holder, Set<Right> rights, Instant until) implements Verdict {}

    /** It is not; the sentence says what is wrong. */
    public record Bad(Refusal refusal, String sentence) implements Verdict {}

    /** Tokens by these keys and rules. */
    public Tokens(SigningKeys keys, Rules rules, Clock clock) {
        this.keys = keys;
        this.leeway = rules.leeway();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        rules.audience(),
                        new JWTClaimsSet.Builder().issuer(rules.issuer()).build(),
                        Set.of("sub", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew(Math.toIntExact(rules.leeway().toSeconds()));
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** Checks a token as it was sent. */
    public Verdict check(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            String keyId = token.getHeader().getKeyID();
            if (!keys.known() || (keyId != null && !keys.has(keyId) && !keys.fresh())) {
                return new Bad(
                        Refusal.KEYS_UNAVAILABLE,
                        "the key that signed the token is not known yet; try again in a moment");
            }
            return good(processor.process(token, null));
        } catch (ExpiredJWTException e) {
            return new Bad(Refusal.TOKEN_EXPIRED, "the token has expired; get a new one");
        } catch (ParseException | RuntimeException e) {
            // The library throws what it happens to for a header that is JSON but no object.
            return invalid("it is no signed JWT");
        } catch (BadJOSEException | JOSEException e) {
            return invalid(String.valueOf(e.getMessage()));
        }
    }

    private static Bad invalid(String why) {
        return new Bad(
                Refusal.TOKEN_INVALID, "the token is not one for this gateway: %s; get another one".formatted(why));
    }

    private Good good(JWTClaimsSet claims) throws ParseException {
        return new Good(
                claims.getSubject(),
                rights(claims.getStringClaim("scope")),
                claims.getExpirationTime().toInstant().plus(leeway));
    }

    private static Set<Right> rights(@Nullable String scope) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        List<String> words = scope == null ? List.of() : Arrays.asList(scope.split(" ", -1));
        words.forEach(word -> Right.of(word).map(Right::all).ifPresent(rights::addAll));
        return rights;
    }
}
