package org.podium.bench.peer;

import java.nio.charset.StandardCharsets;

/**
 * What servers without anything between publisher and readers write: one answer, and messages as server-sent events.
 */
final class PlainStream {

    /** A message, without what makes an event of it. */
    static final int MOST_BYTES = 1 << 20;

    static final byte[] HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    /** What stands before a message. */
    static final byte[] BEFORE = "data: ".getBytes(StandardCharsets.US_ASCII);

    /** What stands after it. */
    static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private PlainStream() {}
}
