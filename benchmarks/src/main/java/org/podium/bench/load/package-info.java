/**
 * A load generator: many readers of an SSE or WebSocket URL in one process, of any server. Reads what servers send and
 * the marks in it, writes nothing but requests. Uses {@code machine}.
 */
@NullMarked
package org.podium.bench.load;

import org.jspecify.annotations.NullMarked;
