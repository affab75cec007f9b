/**
 * Connections of streams on Netty's channels: server-sent events and WebSocket, after the HTTP server has read the
 * request. An event loop has one fan-out, one encoder and one flush window for all of its connections. Uses
 * {@code subscription}, {@code frame} and {@code board}; {@code web} hands connections over.
 */
@NullMarked
package org.podium.gateway.stream;

import org.jspecify.annotations.NullMarked;
