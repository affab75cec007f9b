package org.podium.gateway.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Reads a WebSocket with the JDK's client, which offers no compression. */
final class SocketReader implements WebSocket.Listener, AutoCloseable {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile int closeCode;
    private volatile boolean ponged;

    SocketReader(HttpClient client, URI uri) {
        socket = client.newWebSocketBuilder()
                .subprotocols("podium.v1")
                .buildAsync(uri, this)
                .join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        partial.append(part);
        if (last) {
            messages.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, java.nio.ByteBuffer message) {
        ponged = true;
        from.request(1);
        return null;
    }

    WebSocket socket() {
        return socket;
    }

    void say(String message) {
        socket.sendText(message, true).join();
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    /** Messages of a type. */
    List<String> messages(String type) {
        return messages.stream()
                .filter(message -> message.startsWith("{\"type\":\"" + type + "\","))
                .toList();
    }

    /** Status of the close; 0 while it is open. */
    int closeCode() {
        return closeCode;
    }

    boolean ponged() {
        return ponged;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
