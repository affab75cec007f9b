package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.podium.gateway.sample.SampleUnit;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;

final class WebSocketTest {

    private static final String SPRINT = "ATHM100M--------------FNL-000100--";
    private static final String SWIM = "SWMW100MBR------------FNL-000100--";

    private final SampleUnit sprint =
            new SampleUnit("OG2024", SPRINT, ServedBoard.START).status(ResultStatus.LIVE, ScheduleStatus.RUNNING);
    private final SampleUnit swim =
            new SampleUnit("OG2024", SWIM, ServedBoard.START).status(ResultStatus.LIVE, ScheduleStatus.RUNNING);
    private final ServedBoard gateway = new ServedBoard(100, 10);

    @BeforeEach
    void publish() {
        gateway.publish(sprint.next(ServedBoard.START));
        gateway.publish(swim.next(ServedBoard.START));
        gateway.becomeReady();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void beginsAtOnceWithWhatTheQueryAsksFor() {
        try (SocketReader reader = gateway.socket("/v1/stream?unit=" + SPRINT)) {
            await().until(() -> reader.messages("snapshot").size() == 2);
            gateway.publish(swim.next(ServedBoard.START));
            gateway.publish(sprint.next(ServedBoard.START));
            await().until(() -> reader.messages("update").size() == 1);

            assertThat(reader.socket().getSubprotocol()).isEqualTo("podium.v1");
            assertThat(reader.messages("hello").getFirst()).contains("\"protocol\":1", "\"retryMillis\":");
            assertThat(reader.messages("update").getFirst()).contains(SPRINT, "\"version\":2");
            assertThat(reader.messages("position")).isNotEmpty();
        }
    }

    @Test
    void resumesAtThePositionInItsHello() {
        String position;
        try (SocketReader reader = gateway.socket("/v1/stream?unit=" + SPRINT)) {
            await().until(() -> reader.messages("position").size() == 1);
            String told = reader.messages("position").getFirst();
            position = told.substring(told.indexOf("1.0000abcd"), told.length() - 2);
        }
        gateway.publish(sprint.next(ServedBoard.START));

        try (SocketReader again = gateway.socket("/v1/stream")) {
            again.say("{\"type\":\"hello\",\"unit\":[\"%s\"],\"delivery\":\"every\",\"position\":\"%s\"}"
                    .formatted(SPRINT, position));
            await().until(() -> again.messages("update").size() == 1);

            assertThat(again.messages("hello").getFirst()).contains("\"resumed\":true");
            assertThat(again.messages("snapshot")).isEmpty();
        }
    }

    @Test
    void changesWhatItIsSentWithoutANewConnection() {
        try (SocketReader reader = gateway.socket("/v1/stream?unit=" + SPRINT)) {
            await().until(() -> reader.messages("snapshot").size() == 2);
            reader.say("{\"type\":\"subscribe\",\"discipline\":\"SWM\",\"detail\":\"summary\"}");
            await().until(() -> reader.messages("snapshot").size() == 4);
            gateway.publish(sprint.next(ServedBoard.START));
            gateway.publish(swim.next(ServedBoard.START));
            await().until(() -> reader.messages("update").size() == 1);

            assertThat(reader.messages("resync").getFirst()).contains("SUBSCRIPTION_CHANGED", "\"snapshot\":true");
            assertThat(reader.messages("update").getFirst()).contains(SWIM);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "hello",
                "{\"type\":\"hello\",\"unit\":\"ATHM100M\"}",
                "{\"type\":\"hello\",\"colour\":\"red\"}",
                "{\"type\":\"hello\",\"unit\":{\"a\":1}}",
                "{\"type\":\"hello\",\"position\":\"nonsense\"}",
                "{\"type\":\"hello\",\"type\":\"hello\"}",
                "{\"type\":\"subscribe\"}",
                "{\"type\":\"goodbye\"}"
            })
    void endsWithACodeAndAdviceWhenItDoesNotUnderstand(String message) {
        try (SocketReader reader = gateway.socket("/v1/stream")) {
            reader.say(message);
            await().until(() -> reader.closeCode() != 0);

            assertThat(reader.closeCode()).isEqualTo(4400);
            assertThat(reader.messages("goodbye").getFirst())
                    .contains("\"code\":\"MALFORMED\"", "\"comeBack\":false", "\"advice\":");
        }
        await().until(() -> gateway.streams() == 0);
    }

    @Test
    void takesNoBinaryMessages() {
        try (SocketReader reader = gateway.socket("/v1/stream")) {
            var _ = reader.socket().sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true);
            await().until(() -> reader.closeCode() == 4400);
        }
    }

    @Test
    void takesNoMessageLargerThanMessagesMayBe() {
        try (SocketReader reader = gateway.socket("/v1/stream")) {
            var _ = reader.socket().sendText("x".repeat(5_000), true);
            await().until(() -> reader.closeCode() == 1009);
        }
    }

    @Test
    void takesNoMoreMessagesThanItMayBeSent() {
        try (SocketReader reader = gateway.socket("/v1/stream?medals=only")) {
            for (int i = 0; i < 21; i++) {
                reader.socket().sendPing(ByteBuffer.allocate(2)).join();
            }
            await().until(() -> reader.closeCode() == 4429);
            assertThat(reader.ponged()).isTrue();
        }
    }

    @Test
    void doesNotWaitLongForAHello() {
        try (SocketReader reader = gateway.socket("/v1/stream")) {
            await().until(() -> reader.closeCode() == 4408);
        }
    }

    @Test
    void saysGoodbyeWhenItStops() {
        try (SocketReader reader = gateway.socket("/v1/stream?medals=only")) {
            await().until(() -> !reader.messages("hello").isEmpty());
            gateway.stop();
            await().until(() -> reader.closeCode() == 1012);

            assertThat(reader.messages("goodbye").getFirst()).contains("SHUTTING_DOWN", "\"comeBack\":true");
        }
    }

    @Test
    void answersAClose() {
        try (SocketReader reader = gateway.socket("/v1/stream?medals=only")) {
            reader.socket().sendClose(1000, "enough").join();
            await().until(() -> gateway.streams() == 0 && reader.closeCode() == 1000);
        }
    }

    @Test
    void refusesAHandshakeThatIsNone() throws Exception {
        for (List<String> headers : List.of(
                List.of("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 8"),
                List.of("Sec-WebSocket-Key: short", "Sec-WebSocket-Version: 13"),
                List.of("Sec-WebSocket-Version: 13"))) {
            RawAnswer answer = RawAnswer.to(
                    gateway.request("/").build().uri(),
                    "/v1/stream",
                    String.join("\r\n", headers) + "\r\nUpgrade: websocket");

            assertThat(answer.status()).isEqualTo(426);
            assertThat(answer.body()).contains("Sec-WebSocket-Key");
            assertThat(answer.head().lines())
                    .anyMatch("Upgrade: websocket"::equalsIgnoreCase)
                    .anyMatch("Sec-WebSocket-Version: 13"::equalsIgnoreCase);
        }
    }
}
