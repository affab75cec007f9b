package org.podium.lab.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SseParserTest {

    private static final Instant NOW = Instant.parse("2024-08-04T19:55:00Z");

    private final SseParser parser = new SseParser(() -> NOW, "");

    @Test
    void completesAnEventWithAnEmptyLine() {
        assertThat(events("event: update", "id: 7", "data: {\"a\":1}", ""))
                .containsExactly(new SseEvent("update", "{\"a\":1}", "7", NOW));
    }

    @Test
    void joinsLinesOfText() {
        assertThat(events("data: one", "data:two", "data", ""))
                .containsExactly(new SseEvent("message", "one\ntwo\n", "", NOW));
    }

    @Test
    void passesOverCommentsAndUnknownFields() {
        assertThat(events(": heartbeat", "retry: 100", "")).isEmpty();
    }

    @Test
    void keepsTheIdOverEventsThatHaveNone() {
        assertThat(events("id: 7", "data: a", "", "data: b", ""))
                .extracting(SseEvent::id)
                .containsExactly("7", "7");
        assertThat(parser.lastId()).isEqualTo("7");
    }

    @Test
    void takesAnIdWithoutTextAsAPosition() {
        assertThat(events("id: 9", "")).isEmpty();
        assertThat(parser.lastId()).isEqualTo("9");
    }

    @Test
    void forgetsAnEventThatWasCutOff() {
        assertThat(events("id: 7", "data: half")).isEmpty();
        parser.restart();
        assertThat(events("data: whole", "")).extracting(SseEvent::text).containsExactly("whole");
    }

    private List<SseEvent> events(String... lines) {
        return Stream.of(lines).map(parser::line).flatMap(Optional::stream).toList();
    }
}
