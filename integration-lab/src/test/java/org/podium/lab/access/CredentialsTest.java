package org.podium.lab.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docker/credentials}: whose certificates are good with whom, and what it refuses to do. */
class CredentialsTest {

    @TempDir
    private Path directory;

    private Credentials credentials;

    @BeforeEach
    void make() throws Exception {
        credentials = Credentials.make(directory, "broker-1=localhost", "venue-STA");
    }

    @Test
    void whoHasACertificateKeepsIt() throws Exception {
        X509Certificate before = certificate("venue-STA");

        credentials.change("broker-1=localhost", "venue-STA", "venue-NEW");

        assertThat(certificate("venue-STA")).isEqualTo(before);
        certificate("venue-NEW").verify(authorities().getFirst().getPublicKey());
    }

    @Test
    void withoutTheAuthoritysKeyAMissingCertificateIsRefusedAndTheAuthorityStays() throws Exception {
        List<X509Certificate> before = authorities();
        Files.delete(key());

        Credentials.Ended ended = Credentials.run(directory, "broker-1=localhost", "venue-STA", "venue-NEW");

        assertThat(ended.status()).isEqualTo(66);
        assertThat(ended.output()).contains(key().toString(), "put", "back");
        assertThat(authorities()).isEqualTo(before);
        assertThat(credentials.file("venue-NEW.pem")).doesNotExist();
    }

    @Test
    void withoutTheAuthoritysKeyNothingIsMissedWhereNothingHasToBeMade() throws Exception {
        List<X509Certificate> before = authorities();
        Files.delete(key());

        credentials.change("broker-1=localhost", "venue-STA");

        assertThat(authorities()).isEqualTo(before);
        assertThat(key()).doesNotExist();
    }

    @Test
    void anotherAuthoritysKeySignsNothing() throws Exception {
        Credentials stranger = Credentials.make(directory.resolve("stranger"), "admin");
        Files.copy(stranger.file("authority/ca.key"), key(), StandardCopyOption.REPLACE_EXISTING);

        Credentials.Ended ended = Credentials.run(directory, "--renew", "venue-STA");

        assertThat(ended.status()).isEqualTo(66);
        assertThat(ended.output()).contains("not the key of the first authority");
    }

    @Test
    void anotherAuthoritySignsAndAllTrustBoth() throws Exception {
        X509Certificate old = authorities().getFirst();
        Files.delete(key());

        credentials.change("--new-authority");
        credentials.change("venue-NEW");

        assertThat(authorities()).hasSize(2).last().isEqualTo(old);
        certificate("venue-NEW").verify(authorities().getFirst().getPublicKey());
        certificate("venue-STA").verify(old.getPublicKey());
        for (String name : List.of("broker-1", "venue-STA", "venue-NEW")) {
            assertThat(credentials.client(name))
                    .containsEntry("ssl.truststore.certificates", Files.readString(credentials.file("ca.pem")))
                    .containsEntry("security.protocol", "SSL")
                    .containsKeys("ssl.keystore.key", "ssl.keystore.certificate.chain");
        }
    }

    @Test
    void aChangeDoesNotBeginBeforeTheLastOneHasEnded() throws Exception {
        credentials.change("--new-authority");
        List<X509Certificate> before = authorities();

        assertThat(Credentials.run(directory, "--new-authority").status()).isEqualTo(64);
        assertThat(authorities()).isEqualTo(before);
    }

    @Test
    void anAuthorityIsNotRetiredWhileItsCertificatesAreInUse() throws Exception {
        credentials.change("--new-authority");
        credentials.change("--renew", "broker-1=localhost");

        Credentials.Ended ended = Credentials.run(directory, "--retire-authority");

        assertThat(ended.status()).isEqualTo(65);
        assertThat(ended.output()).contains(" venue-STA.").doesNotContain("broker-1");
        assertThat(authorities()).hasSize(2);
    }

    @Test
    void aRetiredAuthorityIsTrustedByNobody() throws Exception {
        credentials.change("--new-authority");
        X509Certificate current = authorities().getFirst();
        credentials.change("--renew", "broker-1=localhost", "venue-STA");

        credentials.change("--retire-authority");

        assertThat(authorities()).containsExactly(current);
        assertThat(credentials.client("venue-STA"))
                .containsEntry("ssl.truststore.certificates", Files.readString(credentials.file("ca.pem")));
        assertThat(Credentials.run(directory, "--retire-authority").status()).isEqualTo(64);
    }

    private Path key() {
        return credentials.file("authority/ca.key");
    }

    private List<X509Certificate> authorities() throws IOException, GeneralSecurityException {
        return certificates("ca.pem");
    }

    private X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        return certificates(name + ".crt").getFirst();
    }

    private List<X509Certificate> certificates(String file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(credentials.file(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }
}
