package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.gateway.guard.Limits;
import org.podium.gateway.sample.SampleUnit;
import org.podium.operations.run.StartException;

/** TLS, and a certificate that is replaced on disk while streams go on. */
final class TlsHttpTest {

    private static final String UNIT = "ATHM100M--------------FNL-000100--";

    @TempDir
    @Nullable
    Path directory;

    private final SampleUnit sprint = new SampleUnit("OG2024", UNIT, ServedBoard.START);
    private X509Bundle authority;
    private SSLContext trust;
    private @Nullable ServedBoard served;

    TlsHttpTest() throws Exception {
        authority = new CertificateBuilder()
                .ecp256()
                .subject("CN=Authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        store.setCertificateEntry("authority", authority.getCertificate());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        trust = SSLContext.getInstance("TLS");
        trust.init(null, trusted.getTrustManagers(), null);
    }

    private X509Bundle certificate(int serial) throws Exception {
        return new CertificateBuilder()
                .ecp256()
                .subject("CN=gateway")
                .serial(BigInteger.valueOf(serial))
                .addSanIpAddress("127.0.0.1")
                .buildIssuedBy(authority);
    }

    private Path chain() {
        return Objects.requireNonNull(directory).resolve("chain.pem");
    }

    private Path key() {
        return Objects.requireNonNull(directory).resolve("key.pem");
    }

    @BeforeEach
    void serve() throws Exception {
        X509Bundle first = certificate(1);
        Files.writeString(chain(), first.getCertificatePathPEM());
        Files.writeString(key(), first.getPrivateKeyPEM());
        HttpClient client = HttpClient.newBuilder().sslContext(trust).build();
        ServedBoard gateway = new ServedBoard(
                10, 10, ServedBoard.Guarded.open().tls(new TlsFiles(chain(), key(), Duration.ofMillis(100)), client));
        gateway.publish(sprint.next(ServedBoard.START));
        gateway.becomeReady();
        served = gateway;
    }

    @AfterEach
    void close() {
        gateway().close();
    }

    private ServedBoard gateway() {
        return Objects.requireNonNull(served);
    }

    /** Serial number of the certificate that a new connection is shown. */
    private int serial() throws IOException {
        URI server = gateway().request("/").build().uri();
        try (Socket socket = trust.getSocketFactory().createSocket(server.getHost(), server.getPort())) {
            SSLSocket secure = (SSLSocket) socket;
            secure.startHandshake();
            X509Certificate shown = (X509Certificate) secure.getSession().getPeerCertificates()[0];
            return shown.getSerialNumber().intValue();
        }
    }

    @Test
    void speaksHttp2AndSaysThatOthersShouldStay() throws Exception {
        HttpResponse<String> answer = gateway().get("/v1/competitions");

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        try (RawSocket clear = new RawSocket(gateway().request("/").build().uri())) {
            clear.send("GET / HTTP/1.1\r\nHost: gateway\r\n\r\n");
            assertThat(clear.status()).isZero();
        }
    }

    @Test
    void servesWithTheCertificateThatIsPutInPlaceWhileStreamsGoOn() throws Exception {
        try (StreamReader events = gateway().stream("/v1/stream");
                SocketReader socket = gateway().socket("/v1/stream?unit=" + UNIT)) {
            await().until(() -> !events.data("snapshot").isEmpty()
                    && !socket.messages("snapshot").isEmpty());
            X509Bundle second = certificate(2);
            Files.writeString(chain(), second.getCertificatePathPEM());
            Files.writeString(key(), second.getPrivateKeyPEM());
            await().until(() -> serial() == 2);
            gateway().publish(sprint.next(ServedBoard.START));
            await().until(() -> events.data("update").size() == 1
                    && socket.messages("update").size() == 1);

            assertThat(gateway().get("/v1/competitions").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void compressesOnStreamsOfHttp2() throws Exception {
        GzipReader reader = gateway().gzip("/v1/stream");
        await().until(() -> reader.events("snapshot") == 2);
        gateway().publish(sprint.next(ServedBoard.START));
        await().until(() -> reader.events("update") == 1);
        gateway().stop();

        assertThat(reader.response().version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(reader.end()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void staysWithTheCertificateThatItHasUntilThePairIsWhole() throws Exception {
        X509Bundle second = certificate(2);
        Files.writeString(chain(), second.getCertificatePathPEM());
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> serial() == 1);
        Files.writeString(key(), "no key");
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> serial() == 1);
        Files.writeString(key(), second.getPrivateKeyPEM());

        await().until(() -> serial() == 2);
    }

    @Test
    void doesNotStartWithoutACertificateThatCanBeUsed() throws Exception {
        Files.writeString(key(), certificate(3).getPrivateKeyPEM());

        assertThatThrownBy(() -> new TlsFiles(chain(), key(), Duration.ofSeconds(1)).first())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("not that of the certificate");
    }

    @Test
    void countsTheStreamsOfAnAddressOnOneConnectionOfHttp2() throws Exception {
        Limits limits = new Limits(0, new Limits.Each(2, 0, 0), Limits.Each.NONE, 0, Duration.ofMinutes(5), 1_000);
        try (ServedBoard limited = new ServedBoard(
                10,
                10,
                ServedBoard.Guarded.open()
                        .limits(limits)
                        .tls(
                                new TlsFiles(chain(), key(), Duration.ofSeconds(10)),
                                HttpClient.newBuilder().sslContext(trust).build()))) {
            limited.becomeReady();
            try (StreamReader one = limited.stream("/v1/stream");
                    StreamReader other = limited.stream("/v1/stream")) {
                await().until(() ->
                        !one.data("hello").isEmpty() && !other.data("hello").isEmpty());
                HttpResponse<String> answer = limited.get("/v1/stream");

                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(limited.gate().connections()).isEqualTo(1);
            }
            await().until(() -> limited.streams() == 0);
            try (StreamReader again = limited.stream("/v1/stream")) {
                assertThat(again.status()).isEqualTo(200);
            }
        }
    }
}
