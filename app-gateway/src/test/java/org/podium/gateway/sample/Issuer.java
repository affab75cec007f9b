package org.podium.gateway.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** Issues tokens, and rotates the key that it signs them with. */
public final class Issuer {

    public static final String NAME = "https://issuer.example";
    public static final String AUDIENCE = "podium";

    private ECKey key;

    public Issuer(String keyId) {
        this.key = key(keyId);
    }

    private static ECKey key(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs with another key from now on. */
    public void rotate(String keyId) {
        key = key(keyId);
    }

    /** The public key that it signs with now, as it is published. */
    public JWKSet published() {
        return new JWKSet(key.toPublicJWK());
    }

    /** Claims of a good token. */
    public static JWTClaimsSet.Builder claims(String holder, String scope, Instant expires) {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .subject(holder)
                .claim("scope", scope)
                .expirationTime(Date.from(expires));
    }

    /** A token that is good until then. */
    public String token(String holder, String scope, Instant expires) {
        return sign(claims(holder, scope, expires).build());
    }

    /** A token with any claims. */
    public String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
