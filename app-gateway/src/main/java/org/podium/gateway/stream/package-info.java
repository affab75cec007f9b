/**
 * Connections of streams on Netty's channels: server-sent events and WebSocket, after the HTTP server has read the
 * request, and every connection at the moment when it is accepted. An event loop has one fan-out, one encoder and one
 * flush window for all of its connections. Uses {@code subscription}, {@code frame}, {@code board} and {@code guard};
 * {@code web} hands connections over.
 */
@NullMarked
package org.podium.gateway.stream;

import org.jspecify.annotations.NullMarked;
