package org.podium.gateway.stream;

import java.time.Duration;

/**
 * Bounds of a connection.
 *
 * @param mostPending bytes that it may hold before it is not writable
 * @param maxMessage most bytes of a message of the reader
 * @param maxMessagesAMinute most messages of the reader in a minute
 * @param hello longest time until the reader says what it wants
 */
public record StreamLimits(int mostPending, int maxMessage, int maxMessagesAMinute, Duration hello) {}
