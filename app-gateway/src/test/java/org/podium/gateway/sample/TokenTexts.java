package org.podium.gateway.sample;

import com.nimbusds.jose.util.Base64URL;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts of three parts that are no tokens, though some of their parts look like a token's. */
public final class TokenTexts {

    private TokenTexts() {}

    /** Of such parts, and of any that these are. */
    public static Arbitrary<String> with(Arbitrary<String> others) {
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
                "{\"alg\":\"HS256\",\"kid\":\"k1\"}",
                "{\"alg\":\"RS256\",\"kid\":\"k1\",\"jwk\":{}}",
                "{\"alg\":\"\",\"kid\":\"\"}",
                "{\"sub\":\"a\",\"exp\":1e400}",
                "{\"sub\":[],\"exp\":1e400}",
                "{\"sub\":[],\"exp\":\"x\",\"scope\":{}}");
        Arbitrary<String> part =
                Arbitraries.oneOf(json.map(text -> Base64URL.encode(text).toString()), others);
        return Combinators.combine(part, part, part).as((head, body, signature) -> head + "." + body + "." + signature);
    }
}
