package org.podium.operations.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.podium.operations.config.Port;
import org.podium.operations.endpoint.Checks.Check;
import org.podium.operations.run.StartException;

final class AdminEndpointTest {

    private final AtomicBoolean caughtUp = new AtomicBoolean();
    private final Checks readiness = new Checks();
    private final Meters meters = new Meters("sample");
    private final HttpClient client = HttpClient.newHttpClient();
    private final AdminEndpoint endpoint = AdminEndpoint.start(on(0), new Checks(), readiness, meters);

    @AfterEach
    void close() {
        endpoint.close();
        meters.close();
        client.close();
    }

    private static EndpointSettings on(int port) {
        return new EndpointSettings() {
            @Override
            public String host() {
                return "127.0.0.1";
            }

            @Override
            public Port port() {
                return new Port(port);
            }
        };
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(endpoint.address().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void isReadyOnceEveryCheckPasses() throws Exception {
        readiness.add("feed", () -> caughtUp.get() ? Check.passed("caught up") : Check.failed("3 of 12 caught up"));

        HttpResponse<String> before = send("GET", "/ready");
        caughtUp.set(true);
        HttpResponse<String> after = send("GET", "/ready");

        assertThat(before.statusCode()).isEqualTo(503);
        assertThat(before.body()).contains("\"feed\"", "3 of 12 caught up");
        assertThat(after.statusCode()).isEqualTo(200);
    }

    @Test
    void countsACheckThatThrowsAsFailed() throws Exception {
        readiness.add("broken", () -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(send("GET", "/ready").statusCode()).isEqualTo(503);
        assertThat(send("GET", "/health").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhatIsMeasured() throws Exception {
        meters.registry().counter("podium.sample").increment();

        assertThat(send("GET", "/metrics").body())
                .contains("podium_sample_total{service=\"sample\"} 1.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void answersGetAndHeadOnly() throws Exception {
        assertThat(send("HEAD", "/health").statusCode()).isEqualTo(200);
        assertThat(send("POST", "/health").statusCode()).isEqualTo(405);
    }

    @Test
    void saysInOneLineThatItsPortIsInUse() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(
                        () -> AdminEndpoint.start(on(endpoint.address().getPort()), new Checks(), new Checks(), meters))
                .withMessageContaining("in use")
                .withMessageContaining("podium.admin.port");
    }
}
