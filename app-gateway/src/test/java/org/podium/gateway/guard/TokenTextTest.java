package org.podium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.time.Clock;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.podium.gateway.sample.Issuer;

/** Whatever a stranger sends as a token is refused with a reason, and nothing is thrown. */
final class TokenTextTest {

    private static final Issuer ISSUER = new Issuer("k1");
    private static final SigningKeys KEYS = new SigningKeys(ISSUER::published, System::nanoTime);
    private static final Tokens TOKENS =
            new Tokens(KEYS, new Tokens.Rules(Issuer.NAME, Issuer.AUDIENCE, Duration.ZERO), Clock.systemUTC());

    static {
        KEYS.read();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> json = Arbitraries.of(
                "{}",
                "[]",
                "null",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"ES256\"}",
                "{\"alg\":\"ES256\",\"kid\":\"k1\"}",
                "{\"alg\":\"ES256\",\"kid\":1}",
                "{\"alg\":\"ES256\",\"kid\":\"k1\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"ES256\",\"kid\":\"k1\",\"b64\":false}",
                "{\"alg\":\"RS256\",\"kid\":\"k1\",\"jwk\":{}}",
                "{\"alg\":\"\",\"kid\":\"\"}",
                "{\"sub\":\"a\",\"exp\":1e400}",
                "{\"sub\":[],\"exp\":\"x\",\"scope\":{}}");
        Arbitrary<String> part = Arbitraries.oneOf(
                json.map(text -> Base64URL.encode(text).toString()),
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().withCharRange('A', 'z').ofMaxLength(100));
        return Combinators.combine(part, part, part).as((head, body, signature) -> head + "." + body + "." + signature);
    }

    @Property
    void refuses(@ForAll("texts") String text) {
        assertThat(TOKENS.check(text)).isInstanceOf(Tokens.Bad.class);
    }
}
