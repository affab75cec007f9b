package org.podium.lab.reader;

import java.time.Instant;

/**
 * One event of a server-sent event stream.
 *
 * @param name its {@code event} field, {@code message} when it had none
 * @param text its {@code data} lines, joined by line feeds
 * @param id the stream's last {@code id}, empty before the first
 * @param arrived when its last line was read
 */
public record SseEvent(String name, String text, String id, Instant arrived) {}
