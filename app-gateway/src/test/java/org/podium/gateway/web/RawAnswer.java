package org.podium.gateway.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An answer to a request line that no HTTP client would send. */
record RawAnswer(int status, String head, String body) {

    /** Headers that ask for a WebSocket. */
    static final String WEBSOCKET = String.join(
            "\r\n",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "");

    private static final Duration LIMIT = Duration.ofSeconds(10);

    static RawAnswer to(URI server, String path) throws IOException {
        return to(server, path, "X-Nothing: special");
    }

    /** Answer to a request with headers of its own. */
    static RawAnswer to(URI server, String path, String headers) throws IOException {
        return to(server, path, "HTTP/1.1", headers);
    }

    /** Answer to a request of another version of HTTP. */
    static RawAnswer to(URI server, String path, String version, String headers) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(Math.toIntExact(LIMIT.toMillis()));
            socket.getOutputStream()
                    .write("GET %s %s\r\nHost: %s\r\nConnection: close\r\n%s\r\n\r\n"
                            .formatted(path, version, server.getAuthority(), headers)
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new RawAnswer(
                    Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
        }
    }
}
