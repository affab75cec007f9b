package org.podium.operations.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.podium.operations.endpoint.Checks.Check;
import org.podium.operations.run.StartException;

/**
 * Serves {@code /health} (does it live, or should it be started again), {@code /ready} (should it get work) and
 * {@code /metrics} (Prometheus' text format). Health and readiness answer 200 or 503, with every check as JSON:
 *
 * <pre>{@code {"status":"DOWN","checks":[{"name":"feed","status":"DOWN","detail":"3 of 12 partitions caught up"}]}}
 * </pre>
 */
public final class AdminEndpoint implements AutoCloseable {

    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json";

    private final HttpServer server;
    private final ExecutorService executor;

    private AdminEndpoint(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /**
     * Starts to listen.
     *
     * @param health checks of what only a restart mends; usually few or none
     * @param readiness checks of what has to be there before the service is of use
     * @throws StartException when the port is in use
     */
    public static AdminEndpoint start(EndpointSettings settings, Checks health, Checks readiness, Meters meters) {
        InetSocketAddress address =
                new InetSocketAddress(settings.host(), settings.port().number());
        HttpServer server;
        try {
            server = HttpServer.create(address, 0);
        } catch (BindException e) {
            throw StartException.portInUse(settings.host(), settings.port().number(), "podium.admin.port", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + address, e);
        }
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(executor);
        server.createContext("/health", exchange -> answer(exchange, health.ask()));
        server.createContext("/ready", exchange -> answer(exchange, readiness.ask()));
        server.createContext("/metrics", exchange -> answer(exchange, OK, PROMETHEUS_TEXT, meters.scrape()));
        server.start();
        return new AdminEndpoint(server, executor);
    }

    /** Where it listens, with the port that the system chose. */
    public URI address() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://%s:%d".formatted(address.getHostString(), address.getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }

    private static void answer(HttpExchange exchange, Map<String, Check> checks) throws IOException {
        boolean up = checks.values().stream().allMatch(Check::passes);
        answer(exchange, up ? OK : UNAVAILABLE, JSON, ChecksJson.write(up, checks));
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                return;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, method.equals("HEAD") ? -1 : bytes.length);
            if (method.equals("GET")) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
