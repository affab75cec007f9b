package org.podium.gateway.stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.podium.gateway.frame.GzipStream;

/** The bytes before and after a stream of server-sent events on HTTP/1.1, and those of gzip around it. */
final class SseHead {

    private SseHead() {}

    /** Status line and headers: those of every answer, and the stream's own. */
    static ByteBuf of(Iterable<Map.Entry<String, String>> headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        headers.forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        // The connection is of no use to anybody else, and ends with the stream.
        head.append("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        return Unpooled.copiedBuffer(head, StandardCharsets.US_ASCII);
    }

    /** The same with the first chunk of a stream of gzip. */
    static ByteBuf of(Iterable<Map.Entry<String, String>> headers, GzipStream gzip) {
        ByteBuf first = Unpooled.buffer();
        gzip.begin(first);
        return Unpooled.wrappedBuffer(of(headers), chunk(first));
    }

    /** The chunk without content that ends the stream. */
    static ByteBuf lastChunk() {
        return Unpooled.copiedBuffer("0\r\n\r\n", StandardCharsets.US_ASCII);
    }

    /** The same after the end of a stream of gzip. */
    static ByteBuf lastChunk(GzipStream gzip) {
        ByteBuf last = Unpooled.buffer();
        gzip.end(last);
        return Unpooled.wrappedBuffer(chunk(last), lastChunk());
    }

    private static ByteBuf chunk(ByteBuf content) {
        return Unpooled.wrappedBuffer(
                Unpooled.copiedBuffer(Integer.toHexString(content.readableBytes()) + "\r\n", StandardCharsets.US_ASCII),
                content,
                Unpooled.copiedBuffer("\r\n", StandardCharsets.US_ASCII));
    }
}
