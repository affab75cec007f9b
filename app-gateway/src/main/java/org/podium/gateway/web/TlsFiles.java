package org.podium.gateway.web;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.StartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the certificate is that the gateway serves with.
 *
 * @param chain PEM, the gateway's own certificate first
 * @param key PEM, PKCS #8
 * @param check how often it is looked whether they were replaced
 */
public record TlsFiles(Path chain, Path key, Duration check) {

    private static final Logger LOG = LoggerFactory.getLogger(TlsFiles.class);

    /**
     * The certificate at the start.
     *
     * @throws StartException when there is none that can be used
     */
    Certificate first() {
        try {
            return Certificate.read(chain, key);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartException(
                    ExitCode.CANNOT_START,
                    "the certificate %s with the key %s cannot be used: %s; check podium.gateway.tls.certificate and .key"
                            .formatted(chain, key, e),
                    e);
        }
    }

    /** The certificate that took the place of the one in use; empty while there is none that can be used. */
    Optional<Certificate> replaced(Certificate inUse) {
        try {
            Certificate now = Certificate.read(chain, key);
            return now.isSame(inUse) ? Optional.empty() : Optional.of(now);
        } catch (IOException | GeneralSecurityException e) {
            LOG.atWarn()
                    .addKeyValue("certificate", chain)
                    .addKeyValue("ends", inUse.ends())
                    .log("The certificate on disk cannot be used, the one before goes on to serve: {}", e.toString());
            return Optional.empty();
        }
    }
}
