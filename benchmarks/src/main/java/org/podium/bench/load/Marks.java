package org.podium.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * How a message says what it is, as texts that stand right before the three values in this order: when it was meant to
 * be sent, which subject it is about, and which version of the subject. A message without them (a greeting, a
 * heartbeat) counts as bytes alone. Where servers put several messages into one WebSocket frame, the first text must
 * stand once a message.
 *
 * @param time text before the intended send time, milliseconds since 1970 UTC
 * @param subject text before the subject's name, which a quotation mark ends
 * @param version text before the version, a whole number
 * @param position text before the position in a WebSocket message, wherever it stands, which a quotation mark ends
 */
public record Marks(String time, String subject, String version, String position) {

    /** Those of a Podium gateway's frames about units. */
    public static final Marks OF_PODIUM =
            new Marks("\"part\":\"unit\",\"takenAt\":", "\"unit\":\"", "\"version\":", "\"position\":\"");

    static byte[] bytes(String mark) {
        return mark.getBytes(StandardCharsets.UTF_8);
    }
}
