package org.podium.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * A certificate and its key as they are on disk at one moment, checked to belong together: files are replaced one after
 * the other, and between the two nobody may be served with a pair that is none.
 */
final class Certificate {

    private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";

    private final byte[] chain;
    private final byte[] key;
    private final X509Certificate leaf;

    private Certificate(byte[] chain, byte[] key, X509Certificate leaf) {
        this.chain = chain;
        this.key = key;
        this.leaf = leaf;
    }

    /**
     * Reads the pair.
     *
     * @param chain PEM, the server's own certificate first
     * @param key PEM, PKCS #8
     * @throws IOException when a file cannot be read
     * @throws GeneralSecurityException when one is not what it should be, or they do not belong together
     */
    static Certificate read(Path chain, Path key) throws IOException, GeneralSecurityException {
        byte[] chainBytes = Files.readAllBytes(chain);
        byte[] keyBytes = Files.readAllBytes(key);
        X509Certificate leaf = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(chainBytes));
        prove(leaf, privateKey(keyBytes, leaf.getPublicKey().getAlgorithm()));
        return new Certificate(chainBytes, keyBytes, leaf);
    }

    private static PrivateKey privateKey(byte[] pem, String algorithm) throws GeneralSecurityException {
        String text = new String(pem, StandardCharsets.US_ASCII);
        int begin = text.indexOf(KEY_BEGIN);
        int end = text.indexOf(KEY_END);
        if (begin < 0 || end < begin) {
            throw new GeneralSecurityException("the key is not PKCS #8 in PEM, which begins with " + KEY_BEGIN
                    + "; 'openssl pkcs8 -topk8 -nodes' makes it so");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGIN.length(), end));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the key is not base 64", e);
        }
    }

    /** What the key signs, the certificate has to verify. */
    private static void prove(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        byte[] anything = {1};
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(anything);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(anything);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("the key is not that of the certificate");
        }
    }

    /** When it ends. */
    Instant ends() {
        return leaf.getNotAfter().toInstant();
    }

    boolean isSame(Certificate other) {
        return Arrays.equals(chain, other.chain) && Arrays.equals(key, other.key);
    }

    /** As the HTTP server takes it. */
    PemKeyCertOptions options() {
        return new PemKeyCertOptions().addCertValue(Buffer.buffer(chain)).addKeyValue(Buffer.buffer(key));
    }
}
