package org.podium.lab.protocol;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * The answer to a request with headers that the JDK's client lets nobody set, on a connection of its own.
 *
 * @param headers the last value of each, by name, whatever its case
 * @param body as long as Content-Length says; empty without one
 */
record PlainAnswer(int status, Map<String, String> headers, String body) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LONGEST_LINE = 16_384;

    /**
     * The answer to GET.
     *
     * @param limit how long to connect, and how long to wait for more
     * @param header a line of the head
     */
    static PlainAnswer get(URI address, Duration limit, String header) throws IOException {
        int millis = Math.toIntExact(limit.toMillis());
        boolean secure = address.getScheme().equals("https");
        int port = address.getPort() > 0 ? address.getPort() : secure ? HTTPS : HTTP;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.getHost(), port), millis);
            plain.setSoTimeout(millis);
            try (Socket socket = secure ? secured(plain, address.getHost(), port) : plain) {
                OutputStream out = socket.getOutputStream();
                out.write("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n\r\n"
                        .formatted(address.getRawPath(), address.getRawAuthority(), header)
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return read(new BufferedInputStream(socket.getInputStream()));
            }
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        return ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
    }

    private static PlainAnswer read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", -1);
        if (first.length < 2 || !first[1].matches("\\d{3}")) {
            throw new IOException("what came is no HTTP");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        String length = headers.getOrDefault("Content-Length", "0");
        return new PlainAnswer(
                Integer.parseInt(first[1]),
                headers,
                new String(
                        in.readNBytes(length.matches("\\d{1,6}") ? Integer.parseInt(length) : 0),
                        StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("the answer has no end of its head");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
