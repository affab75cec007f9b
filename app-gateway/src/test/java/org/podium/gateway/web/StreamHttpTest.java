package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.podium.gateway.sample.SampleUnit;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;

final class StreamHttpTest {

    private static final String UNIT = "ATHM100M--------------FNL-000100--";
    private static final int WINDOW = 4;

    private final SampleUnit sprint =
            new SampleUnit("OG2024", UNIT, ServedBoard.START).status(ResultStatus.LIVE, ScheduleStatus.RUNNING);
    private final ServedBoard gateway = new ServedBoard(WINDOW, 2);

    @AfterEach
    void close() {
        gateway.close();
    }

    private void publish(int versions) {
        for (int i = 0; i < versions; i++) {
            gateway.publish(sprint.next(ServedBoard.START));
        }
    }

    @Test
    void sendsASnapshotAndThenEveryUpdate() throws Exception {
        publish(1);
        gateway.becomeReady();
        try (StreamReader reader = gateway.stream("/v1/stream?competition=OG2024")) {
            await().until(() -> reader.data("snapshot").size() == 2);
            publish(1);
            await().until(() -> reader.data("update").size() == 1);

            assertThat(reader.events().getFirst().name()).isEqualTo("hello");
            assertThat(reader.data("snapshot").getFirst()).contains("\"version\":1");
            assertThat(reader.data("snapshot").getLast()).contains("\"part\":\"complete\"");
            assertThat(reader.data("update").getFirst()).contains("\"version\":2", "\"takenAt\":");
        }
    }

    @Test
    void resumesWithWhatWasMissedAndNothingElse() throws Exception {
        publish(1);
        gateway.becomeReady();
        String position;
        try (StreamReader reader = gateway.stream("/v1/stream")) {
            await().until(() ->
                    !reader.lastId().isEmpty() && !reader.data("snapshot").isEmpty());
            publish(1);
            await().until(() -> reader.data("update").size() == 1);
            String before = reader.lastId();
            publish(1);
            await().until(() ->
                    reader.data("update").size() == 2 && !reader.lastId().equals(before));
            position = reader.lastId();
        }
        publish(2);

        try (StreamReader again = gateway.stream("/v1/stream?delivery=every", "Last-Event-ID", position)) {
            await().until(() -> again.data("update").size() == 2);

            assertThat(again.data("hello").getFirst()).contains("\"resumed\":true");
            assertThat(again.data("snapshot")).isEmpty();
            assertThat(again.data("update").getFirst()).contains("\"version\":4");
            assertThat(again.data("update").getLast()).contains("\"version\":5");
        }
    }

    @Test
    void saysThatAPositionIsTooOldAndStartsAnew() throws Exception {
        publish(1 + 2 * WINDOW);
        gateway.becomeReady();

        try (StreamReader reader = gateway.stream("/v1/stream?position=1.0000abcd.1.0.0")) {
            await().until(() -> reader.data("snapshot").size() == 2);

            assertThat(reader.data("hello").getFirst()).contains("\"resumed\":false");
            assertThat(reader.data("resync").getFirst()).contains("POSITION_TOO_OLD");
            assertThat(reader.data("snapshot").getFirst()).contains("\"version\":" + (1 + 2 * WINDOW));
        }
    }

    @Test
    void doesNotTakeThePositionOfAnotherDeployment() throws Exception {
        publish(1);
        gateway.becomeReady();

        try (StreamReader reader = gateway.stream("/v1/stream?position=1.ffffffff.1.0.0")) {
            await().until(() -> !reader.data("resync").isEmpty());

            assertThat(reader.data("resync").getFirst()).contains("POSITION_OF_ANOTHER_FEED");
        }
    }

    @Test
    void refusesAStreamTooManyWithATimeToComeBack() throws Exception {
        gateway.becomeReady();
        try (StreamReader first = gateway.stream("/v1/stream");
                StreamReader second = gateway.stream("/v1/stream")) {
            await().until(() -> !first.events().isEmpty() && !second.events().isEmpty());
            HttpResponse<String> third = gateway.get("/v1/stream");

            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
        }
        await().until(() -> gateway.streams() == 0);
    }

    @Test
    void refusesStreamsUntilEverythingWasRead() throws Exception {
        publish(1);

        assertThat(gateway.get("/v1/stream").statusCode()).isEqualTo(503);
        assertThat(gateway.get("/v1/competitions/OG2024/units/" + UNIT).statusCode())
                .as("a snapshot that is there is served before everything is")
                .isEqualTo(200);
    }

    @Test
    void saysGoodbyeWhenItStops() throws Exception {
        gateway.becomeReady();
        try (StreamReader reader = gateway.stream("/v1/stream")) {
            await().until(() -> !reader.events().isEmpty());
            gateway.stop();
            await().until(reader::ended);

            assertThat(reader.data("goodbye").getFirst()).contains("SHUTTING_DOWN", "\"retryMillis\":");
        }
    }

    @Test
    void compressesForWhoTakesGzip() throws Exception {
        publish(1);
        gateway.becomeReady();
        GzipReader one = gateway.gzip("/v1/stream");
        await().until(() -> one.events("snapshot") == 2);
        publish(1);
        await().until(() -> one.events("update") == 1);
        GzipReader other = gateway.gzip("/v1/stream");
        await().until(() -> other.events("snapshot") == 2);
        publish(1);
        await().until(() -> one.events("update") == 2 && other.events("update") == 1);
        gateway.stop();

        assertThat(one.response().headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(one.response().headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(one.end()).succeedsWithin(Duration.ofSeconds(5));
        assertThat(other.end()).succeedsWithin(Duration.ofSeconds(5));
        assertThat(one.events("goodbye")).isEqualTo(1);
    }

    @Test
    void refusesAStreamToWhoCannotReadChunks() throws Exception {
        gateway.becomeReady();
        for (String headers : List.of("Accept: text/event-stream", "Upgrade: websocket")) {
            RawAnswer answer = RawAnswer.to(gateway.request("/").build().uri(), "/v1/stream", "HTTP/1.0", headers);

            assertThat(answer.status()).isEqualTo(426);
            assertThat(answer.head().lines())
                    .anyMatch("Upgrade: HTTP/1.1"::equalsIgnoreCase)
                    .anyMatch("Content-Type: application/problem+json"::equalsIgnoreCase)
                    .noneMatch("Transfer-Encoding: chunked"::equalsIgnoreCase);
            assertThat(answer.body()).contains("ask with HTTP/1.1");
        }
        assertThat(gateway.streams()).isZero();
    }
}
