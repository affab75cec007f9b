/**
 * The frames that a reader of a stream is sent, one sealed family for every transport, and their bytes as server-sent
 * events and as WebSocket messages, encoded once for all who are sent the same. Described in docs/protocol.md. Uses
 * {@code board} and {@code document}.
 */
@NullMarked
package org.podium.gateway.frame;

import org.jspecify.annotations.NullMarked;
