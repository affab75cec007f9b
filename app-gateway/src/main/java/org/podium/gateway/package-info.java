/**
 * The gateway: from result topics to apps and media. Constructs its parts: {@code feed} reads the topics and fills the
 * {@code board}, whose revisions {@code document} encodes; {@code subscription} keeps readers up to date with
 * {@code frame}s, which {@code stream} carries on connections that {@code web} hands over once {@code guard} has let
 * them in. Imports point that way only: document, board, frame, subscription, guard, stream, web; feed uses board.
 */
@NullMarked
package org.podium.gateway;

import org.jspecify.annotations.NullMarked;
