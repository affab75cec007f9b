/**
 * HTTP: the routes of the REST resources, the stream and the live page, on Vert.x. Lets in whom {@code guard} lets in,
 * reads {@code board}, opens readers in {@code subscription}, writes {@code document}s and {@code frame}s to
 * connections.
 */
@NullMarked
package org.podium.gateway.web;

import org.jspecify.annotations.NullMarked;
