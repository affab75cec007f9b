package org.podium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.podium.gateway.sample.Issuer;
import org.podium.gateway.sample.TokenTexts;

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
        return TokenTexts.with(Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().withCharRange('A', 'z').ofMaxLength(100)));
    }

    @Property
    void refuses(@ForAll("texts") String text) {
        assertThat(TOKENS.check(text)).isInstanceOf(Tokens.Bad.class);
    }
}
