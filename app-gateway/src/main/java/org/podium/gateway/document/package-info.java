/**
 * JSON documents of the protocol, as bytes: what REST answers with and what frames of a stream carry. Reads the
 * messages of {@code results-model}; writes nothing. Uses no other package of the gateway. Their form is
 * docs/protocol.md.
 */
@NullMarked
package org.podium.gateway.document;

import org.jspecify.annotations.NullMarked;
