package org.podium.operations.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CertificatesTest {

    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBfTCCASOgAwIBAgIUAXpv5jVdDespqDidSu8v3Zy1XmIwCgYIKoZIzj0EAwIw
            FDESMBAGA1UEAwwJdmVudWUtU1RBMB4XDTI2MTEyNTIzMTIzNVoXDTM2MTEyMjIz
            MTIzNVowFDESMBAGA1UEAwwJdmVudWUtU1RBMFkwEwYHKoZIzj0CAQYIKoZIzj0D
            AQcDQgAEfGWdWCsbZEBAHhhstpeuvyUTAvMTSaOEBM5+wQ94wYVw/0dQdTkSCKf+
            s8WfT7UvQtstZCv21MqZw75WrAFx16NTMFEwHQYDVR0OBBYEFBVj/Qf/MlKXXFE6
            Xv/k/AzY+4xgMB8GA1UdIwQYMBaAFBVj/Qf/MlKXXFE6Xv/k/AzY+4xgMA8GA1Ud
            EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhALDHIt0EZ01xHrMSCvQwxWOZ
            y1H9mDjS+tD3tVOPcGH7AiAlxvzIW1Lh7VIxAGnuxNcsFQOXvykFOsmrngW+px+y
            Bg==
            -----END CERTIFICATE-----
            """;
    private static final Instant END = Instant.parse("2036-11-22T23:12:35Z");

    @TempDir
    Path directory;

    @Test
    void tellsUntilWhenEachIsValidByTheNameOfItsFile() throws IOException {
        Files.writeString(directory.resolve("venue-STA.crt"), CERTIFICATE);
        Files.writeString(directory.resolve("ca.pem"), CERTIFICATE);
        Files.writeString(directory.resolve("README"), "not one");

        assertThat(Certificates.ends(directory)).isEqualTo(Map.of("venue-STA", END, "ca", END));
    }

    @Test
    void namesTheFileThatHoldsNone() throws IOException {
        Files.writeString(directory.resolve("broken.crt"), "-----BEGIN CERTIFICATE-----");

        assertThatThrownBy(() -> Certificates.ends(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.crt");
    }

    @Test
    void saysThatThereIsNoSuchDirectory() {
        assertThatThrownBy(() -> Certificates.ends(directory.resolve("nowhere")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
