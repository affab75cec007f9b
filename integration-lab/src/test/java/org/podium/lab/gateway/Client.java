package org.podium.lab.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.podium.lab.reader.SseParser;

/**
 * A client that follows the protocol over server-sent events or WebSocket: when its connection ends, it waits as it was
 * told and goes on at its position, at the next gateway of the deployment.
 */
final class Client implements AutoCloseable {

    private final HttpClient http;
    private final List<URI> gateways;
    private final String query;
    private final boolean socket;
    private final Follower follower;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private int turn;
    private volatile @Nullable URI connectedTo;

    /** @param position where it was when it was last connected */
    Client(HttpClient http, List<URI> gateways, int first, String query, boolean socket, Optional<String> position) {
        this.http = http;
        this.gateways = gateways;
        this.turn = first;
        this.query = query;
        this.socket = socket;
        this.follower = new Follower(query.contains("delivery=every"));
        position.ifPresent(follower::positionIs);
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    Follower follower() {
        return follower;
    }

    String name() {
        return (socket ? "WebSocket " : "server-sent events ") + query;
    }

    private void follow() {
        try {
            while (!isClosed()) {
                URI gateway = gateways.get(turn++ % gateways.size());
                String address = "v1/stream?" + query
                        + follower.position().map(at -> "&position=" + at).orElse("");
                try {
                    if (socket) {
                        readSocket(gateway.resolve(address));
                    } else {
                        readEvents(gateway.resolve(address));
                    }
                } catch (IOException | ExecutionException broken) {
                    // The connection broke, or there was none: the next one goes on.
                }
                var _ = closing.await(follower.retryMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private void connected(URI address) {
        follower.connected();
        connectedTo = address.resolve("/");
    }

    /** True while it has a stream of this gateway. */
    boolean isConnectedTo(URI gateway) {
        return gateway.equals(connectedTo);
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    private void readEvents(URI address) throws IOException, InterruptedException {
        SseParser parser = new SseParser(Clock.systemUTC(), "");
        HttpResponse<InputStream> response =
                http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() != 200) {
                return;
            }
            connected(address);
            for (String line = lines.readLine(); line != null && !isClosed(); line = lines.readLine()) {
                parser.line(line).ifPresent(event -> follower.take(event.name(), event.text()));
                if (line.isEmpty() && !parser.lastId().isEmpty()) {
                    follower.positionIs(parser.lastId());
                }
            }
        } finally {
            connectedTo = null;
        }
    }

    private void readSocket(URI address) throws InterruptedException, ExecutionException {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        WebSocket open = http.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws" + address.toString().substring("http".length())), new Messages(address, ended))
                .get();
        try {
            ended.get();
        } finally {
            connectedTo = null;
            open.abort();
        }
    }

    private final class Messages implements WebSocket.Listener {

        private final URI address;
        private final CompletableFuture<Void> ended;
        private final StringBuilder partial = new StringBuilder();

        Messages(URI address, CompletableFuture<Void> ended) {
            this.address = address;
            this.ended = ended;
        }

        @Override
        public void onOpen(WebSocket from) {
            connected(address);
            from.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            partial.append(part);
            if (last) {
                String message = partial.toString();
                partial.setLength(0);
                int nameAt = "{\"type\":\"".length();
                follower.take(message.substring(nameAt, message.indexOf('"', nameAt)), message);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ended.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended.complete(null);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
    }
}
