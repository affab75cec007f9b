package org.podium.gateway.frame;

/** How frames travel on a connection. */
public enum Wire {
    /** Server-sent events (HTML Living Standard, 9.2). */
    SSE,
    /** Server-sent events in chunks of HTTP/1.1 (RFC 9112, 7.1), a chunk for each batch. */
    SSE_CHUNKED,
    /** Pieces of a stream of gzip that carries server-sent events. */
    SSE_GZIP,
    /** The same in chunks of HTTP/1.1, a chunk for each batch. */
    SSE_GZIP_CHUNKED,
    /** WebSocket text messages (RFC 6455), a message for each frame. */
    WEBSOCKET,
    /**
     * WebSocket text messages of which those about revisions are compressed (RFC 7692), each by itself, so that the
     * compressed bytes are the same for everybody.
     */
    WEBSOCKET_DEFLATED
}
