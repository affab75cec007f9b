package org.podium.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.lab.protocol.ProtocolCheck.Finding;

/** A check that nothing can fail is worth nothing: a server that promises nothing breaks every promise. */
final class ProtocolCheckTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body =
                    "{\"competitions\":[{\"competition\":\"OG2024\",\"units\":1}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void findsEveryBrokenPromise() throws InterruptedException {
        List<Finding> findings = ProtocolCheck.of(address(), finding -> {});

        assertThat(findings).hasSizeGreaterThan(15);
        assertThat(findings.stream().filter(Finding::kept).map(Finding::promise))
                .isEmpty();
        assertThat(findings).allSatisfy(finding -> assertThat(finding.instead()).isPresent());
    }

    @Test
    void saysSoWhenThereIsNoGatewayAtAll() throws InterruptedException {
        server.stop(0);

        assertThat(ProtocolCheck.of(address(), finding -> {})).noneMatch(Finding::kept);
    }
}
