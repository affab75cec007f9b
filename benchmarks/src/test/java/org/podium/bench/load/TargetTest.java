package org.podium.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void asksForAnEventStreamWhereItLeftOff() {
        Target target = Target.of(URI.create("http://127.0.0.1:8080/v1/stream?unit=A"));
        assertThat(target.request(0, "1.abc").toString(StandardCharsets.UTF_8))
                .startsWith("GET /v1/stream?unit=A HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n")
                .contains("\r\nLast-Event-ID: 1.abc\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void asksForAWebSocketWithItsPositionInTheQuery() {
        Target target = new Target(
                URI.create("ws://127.0.0.1/s"),
                List.of("Authorization: Bearer x"),
                "podium",
                List.of(),
                "position",
                Target.SAME);
        assertThat(target.address().getPort()).isEqualTo(80);
        assertThat(target.request(0, "a b").toString(StandardCharsets.UTF_8))
                .startsWith("GET /s?position=a+b HTTP/1.1\r\n")
                .contains("\r\nUpgrade: websocket\r\n", "\r\nSec-WebSocket-Protocol: podium\r\n")
                .contains("\r\nAuthorization: Bearer x\r\n")
                .doesNotContain("Last-Event-ID");
    }

    @Test
    void asksForWhatIsAReadersOwnBesideWhatAllWant() {
        Target target = Target.of(URI.create("http://127.0.0.1/s?unit=A")).withOwnQuery(reader -> "unit=B" + reader);
        assertThat(target.request(7, null).toString(StandardCharsets.UTF_8))
                .startsWith("GET /s?unit=A&unit=B7 HTTP/1.1\r\n");
    }

    @Test
    void refusesWhatItCannotConnectTo() {
        assertThatThrownBy(() -> Target.of(URI.create("ftp://host/"))).hasMessageContaining("neither http");
        assertThatThrownBy(() -> Target.of(URI.create("http:/path"))).hasMessageContaining("names no host");
    }
}
