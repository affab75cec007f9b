package org.podium.gateway.stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The opening handshake of a WebSocket (RFC 6455, 4.2).
 *
 * @param key the client's key
 * @param compressed true when messages may be compressed
 * @param subprotocol true when the client asked for our subprotocol
 */
public record WebSocketHandshake(String key, boolean compressed, boolean subprotocol) {

    /** Name of the protocol of our messages. */
    public static final String SUBPROTOCOL = "podium.v1";

    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;
    private static final String DEFLATE = "permessage-deflate";

    /** Parameters of an offer that do not ask for a window smaller than ours. */
    private static final List<String> DEFLATE_PARAMETERS =
            List.of("client_max_window_bits", "client_no_context_takeover", "server_no_context_takeover");

    /** True when the request wants to become a WebSocket. */
    public static boolean isWanted(MultiMap headers) {
        return has(headers, "Upgrade", "websocket");
    }

    /** The handshake that the headers ask for; empty when they do not keep to RFC 6455. */
    public static Optional<WebSocketHandshake> of(MultiMap headers) {
        String key = headers.get("Sec-WebSocket-Key");
        if (key == null
                || !isKey(key)
                || !has(headers, "Connection", "upgrade")
                || !"13".equals(headers.get("Sec-WebSocket-Version"))) {
            return Optional.empty();
        }
        return Optional.of(new WebSocketHandshake(
                key, offersDeflate(headers), has(headers, "Sec-WebSocket-Protocol", SUBPROTOCOL)));
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean has(MultiMap headers, String name, String wanted) {
        return headers.getAll(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .anyMatch(value -> value.strip().toLowerCase(Locale.ROOT).equals(wanted));
    }

    private static boolean offersDeflate(MultiMap headers) {
        return headers.getAll("Sec-WebSocket-Extensions").stream()
                .flatMap(value -> offers(value).stream())
                .anyMatch(offer -> offer.name().equals(DEFLATE)
                        && DEFLATE_PARAMETERS.containsAll(offer.parameters().keySet()));
    }

    /** Extensions that are offered; none where the header cannot be read, since nobody has to take an offer. */
    private static List<WebSocketExtensionData> offers(String header) {
        try {
            return WebSocketExtensionUtil.extractExtensions(header);
        } catch (IndexOutOfBoundsException unreadable) {
            return List.of();
        }
    }

    /** Status line and headers of the answer: those of every answer, and the handshake's own. */
    ByteBuf answer(Iterable<Map.Entry<String, String>> headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
        headers.forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        head.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ")
                .append(accept())
                .append("\r\n");
        if (subprotocol) {
            head.append("Sec-WebSocket-Protocol: ").append(SUBPROTOCOL).append("\r\n");
        }
        if (compressed) {
            head.append("Sec-WebSocket-Extensions: " + DEFLATE
                    + "; server_no_context_takeover; client_no_context_takeover\r\n");
        }
        return Unpooled.copiedBuffer(head.append("\r\n"), StandardCharsets.US_ASCII);
    }

    private String accept() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
