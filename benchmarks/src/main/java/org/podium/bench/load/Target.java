package org.podium.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every reader asks for.
 *
 * @param url {@code http} and {@code https} for server-sent events, {@code ws} and {@code wss} for WebSocket
 * @param headers further request headers, {@code Name: value}
 * @param subprotocol WebSocket subprotocol; null for none
 * @param greetings messages that a WebSocket reader sends first, for servers that are told there what to send
 * @param positionParameter query parameter in which a WebSocket reader says where to resume; null when it cannot. Of
 *     server-sent events it is always the header {@code Last-Event-ID}
 * @param ownQuery what a reader adds to the query of all, by its number, from 0; empty for nothing
 */
public record Target(
        URI url,
        List<String> headers,
        @Nullable String subprotocol,
        List<String> greetings,
        @Nullable String positionParameter,
        IntFunction<String> ownQuery) {

    /** All readers ask for the same. */
    public static final IntFunction<String> SAME = reader -> "";

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** RFC 6455, 1.3: any nonce will do for a client that checks no proxy between. */
    private static final String KEY = "cG9kaXVtLWJlbmNobWFyaw==";

    /** @throws IllegalArgumentException when the URL is of no scheme that is known, or names no host */
    public Target {
        headers = List.copyOf(headers);
        greetings = List.copyOf(greetings);
        if (url.getScheme() == null || !List.of("http", "https", "ws", "wss").contains(url.getScheme())) {
            throw new IllegalArgumentException(url + " is neither http, https, ws nor wss");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException(url + " names no host");
        }
    }

    /** A URL and nothing else. */
    public static Target of(URI url) {
        return new Target(url, List.of(), null, List.of(), null, SAME);
    }

    /** The same, but each reader adds something of its own to the query. */
    public Target withOwnQuery(IntFunction<String> added) {
        return new Target(url, headers, subprotocol, greetings, positionParameter, added);
    }

    boolean webSocket() {
        return url.getScheme().startsWith("ws");
    }

    boolean secure() {
        return List.of("https", "wss").contains(url.getScheme());
    }

    InetSocketAddress address() {
        int port = url.getPort() >= 0 ? url.getPort() : secure() ? HTTPS : HTTP;
        return new InetSocketAddress(url.getHost(), port);
    }

    /** The request of the reader with this number. */
    ByteBuf request(int reader, @Nullable String position) {
        StringBuilder request =
                new StringBuilder("GET ").append(path(reader, position)).append(" HTTP/1.1\r\n");
        request.append("Host: ").append(url.getRawAuthority()).append("\r\n");
        if (webSocket()) {
            request.append("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n");
            request.append("Sec-WebSocket-Key: ").append(KEY).append("\r\n");
            if (subprotocol != null) {
                request.append("Sec-WebSocket-Protocol: ").append(subprotocol).append("\r\n");
            }
        } else {
            request.append("Accept: text/event-stream\r\n");
            if (position != null) {
                request.append("Last-Event-ID: ").append(position).append("\r\n");
            }
        }
        headers.forEach(header -> request.append(header).append("\r\n"));
        return Unpooled.copiedBuffer(request.append("\r\n"), StandardCharsets.UTF_8);
    }

    private String path(int reader, @Nullable String position) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String resume = webSocket() && position != null && positionParameter != null
                ? positionParameter + "=" + URLEncoder.encode(position, StandardCharsets.UTF_8)
                : "";
        String query = Stream.of(Objects.requireNonNullElse(url.getRawQuery(), ""), ownQuery.apply(reader), resume)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
