package org.podium.operations.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Certificates in a directory. */
final class Certificates {

    private Certificates() {}

    /**
     * Until when each is valid, by the name of its file without its end.
     *
     * @throws IOException when the directory or a certificate cannot be read
     */
    static Map<String, Instant> ends(Path directory) throws IOException {
        Map<String, Instant> ends = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Certificates::isCertificate).toList()) {
                String name = file.getFileName().toString();
                ends.put(name.substring(0, name.lastIndexOf('.')), end(file));
            }
        }
        return ends;
    }

    private static boolean isCertificate(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".crt") || name.endsWith(".pem");
    }

    private static Instant end(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return certificate.getNotAfter().toInstant();
        } catch (CertificateException e) {
            throw new IOException(file + " holds no certificate", e);
        }
    }
}
