/**
 * Holds a running gateway to docs/protocol.md, by its address alone: what it promises about resources, server-sent
 * events and WebSockets, one promise after the other. Reads a gateway; writes nothing. Uses {@code reader}.
 */
@NullMarked
package org.podium.lab.protocol;

import org.jspecify.annotations.NullMarked;
