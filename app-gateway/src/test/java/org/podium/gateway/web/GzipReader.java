package org.podium.gateway.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;

/** Reads server-sent events in gzip as they come, and checks the sum at their end. */
final class GzipReader {

    private final HttpResponse<InputStream> response;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CompletableFuture<Void> end;

    GzipReader(HttpResponse<InputStream> response) {
        this.response = response;
        this.end = CompletableFuture.runAsync(
                this::read, task -> Thread.ofVirtual().start(task));
    }

    private void read() {
        // Bytes and no reader of lines: one of those waits for more than has come.
        try (InputStream in = new GZIPInputStream(response.body())) {
            byte[] some = new byte[8_192];
            for (int size = in.read(some); size >= 0; size = in.read(some)) {
                received.write(some, 0, size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** How often an event of this name has come. */
    long events(String name) {
        return received.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(("event: " + name)::equals)
                .count();
    }

    /** Done when the stream has ended, exceptionally when it was cut or its checksum is wrong. */
    CompletableFuture<Void> end() {
        return end;
    }
}
