package org.podium.lab.protocol;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A WebSocket, as a client sees it. */
final class Talk implements WebSocket.Listener, AutoCloseable {

    private static final String PONG = "pong";
    private static final String CLOSED = "closed ";

    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final Duration limit;
    private @Nullable WebSocket socket;

    private Talk(Duration limit) {
        this.limit = limit;
    }

    static Talk open(HttpClient http, URI address, Duration limit) throws IOException, InterruptedException {
        Talk talk = new Talk(limit);
        try {
            talk.socket = http.newWebSocketBuilder()
                    .subprotocols("podium.v1")
                    .connectTimeout(limit)
                    .buildAsync(address, talk)
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return talk;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no WebSocket at " + address, e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        partial.append(part);
        if (last) {
            arrived.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        arrived.add(PONG);
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        arrived.add(CLOSED + code);
        return null;
    }

    private WebSocket socket() throws IOException {
        WebSocket open = socket;
        if (open == null) {
            throw new IOException("the WebSocket is not open");
        }
        return open;
    }

    String subprotocol() throws IOException {
        return socket().getSubprotocol();
    }

    void say(String message) throws IOException {
        socket().sendText(message, true).join();
    }

    void ping() throws IOException {
        socket().sendPing(ByteBuffer.allocate(2)).join();
    }

    void sayGoodbye() throws IOException {
        socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** Messages up to the first one of interest, which is the last one. */
    List<String> until(Predicate<String> interesting) throws IOException, InterruptedException {
        List<String> messages = new ArrayList<>();
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            String message = arrived.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new IOException("what was expected did not come within %d s; there came %d messages"
                        .formatted(limit.toSeconds(), messages.size()));
            }
            messages.add(message);
            if (interesting.test(message)) {
                return messages;
            }
        }
    }

    /** Waits for the answer to a ping. */
    void untilPong() throws IOException, InterruptedException {
        until(PONG::equals);
    }

    /** Waits for the close, and gives its code. */
    int untilClosed() throws IOException, InterruptedException {
        String closed = until(message -> message.startsWith(CLOSED)).getLast();
        return Integer.parseInt(closed.substring(CLOSED.length()));
    }

    /** True for the message that ends a snapshot. */
    static boolean isComplete(String message) {
        return message.startsWith("{\"type\":\"snapshot\",\"part\":\"complete\"");
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
