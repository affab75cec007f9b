package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.podium.gateway.sample.SampleLine;
import org.podium.gateway.sample.SampleUnit;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Medal;
import org.podium.model.wire.Medallist;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;

final class GatewayHttpTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String UNIT = "ATHM100M--------------FNL-000100--";
    private static final String OTHER = "SWMW100MBR------------FNL-000100--";
    private static final String RESOURCE = "/v1/competitions/OG2024/units/" + UNIT;

    private final SampleUnit sprint = new SampleUnit("OG2024", UNIT, ServedBoard.START)
            .status(ResultStatus.LIVE, ScheduleStatus.RUNNING)
            .lines(List.of(new SampleLine("R1", "SAMPLE Runner", "XAA", MarkKind.TIME)
                    .rank(1, false)
                    .mark("9.784", "9.79", null)
                    .build()));
    private final SampleUnit swim = new SampleUnit("OG2024", OTHER, ServedBoard.START)
            .named("Swimming", "Women's 100m Breaststroke", "Final", "Pool")
            .status(ResultStatus.OFFICIAL, ScheduleStatus.FINISHED);

    private ServedBoard gateway = new ServedBoard(100, 10);

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
    void servesAUnitWithExactTextAndNoFloatingPointMark() throws Exception {
        HttpResponse<String> answer = gateway.get(RESOURCE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).contains("\"9.79\"", "\"9.784\"").doesNotContain(":9.784");
    }

    @Test
    void answers304WhileTheVersionIsTheSameAndANewTagAfterIt() throws Exception {
        String tag = gateway.get(RESOURCE).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = gateway.send(gateway.request(RESOURCE).header("If-None-Match", tag));
        gateway.publish(sprint.next(ServedBoard.START));
        HttpResponse<String> changed = gateway.send(gateway.request(RESOURCE).header("If-None-Match", tag));

        assertThat(tag).doesNotStartWith("W/");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).isPresent().isNotEqualTo(Optional.of(tag));
    }

    @Test
    void answersHeadWithTheHeadersOfGetAlone() throws Exception {
        HttpResponse<String> get = gateway.get(RESOURCE);
        HttpResponse<String> head = gateway.send(gateway.request(RESOURCE).HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void preparesDocumentsInTheCodingThatAClientTakesWithATagOfItsOwn(String coding) throws Exception {
        for (String path : List.of(RESOURCE, "/v1/competitions/OG2024/units", "/v1/competitions/OG2024/everything")) {
            HttpResponse<byte[]> plain = gateway.bytes(gateway.request(path));
            HttpResponse<byte[]> coded =
                    gateway.bytes(gateway.request(path).header("Accept-Encoding", "br, " + coding));
            String tag = coded.headers().firstValue("ETag").orElseThrow();
            HttpResponse<byte[]> same = gateway.bytes(
                    gateway.request(path).header("Accept-Encoding", coding).header("If-None-Match", tag));

            assertThat(coded.headers().firstValue("Content-Encoding")).hasValue(coding);
            assertThat(coded.headers().firstValue("Vary")).hasValue("Accept-Encoding");
            assertThat(decoded(coding, coded.body())).isEqualTo(plain.body());
            assertThat(coded.body().length).isLessThan(plain.body().length);
            assertThat(tag)
                    .doesNotStartWith("W/")
                    .isNotEqualTo(plain.headers().firstValue("ETag").orElseThrow());
            assertThat(same.statusCode()).isEqualTo(304);
        }
    }

    private static byte[] decoded(String coding, byte[] body) throws IOException {
        try (InputStream in = coding.equals("gzip")
                ? new GZIPInputStream(new ByteArrayInputStream(body))
                : new ZstdInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    @Test
    void takesNoCodingThatAClientRefuses() throws Exception {
        HttpResponse<byte[]> answer =
                gateway.bytes(gateway.request(RESOURCE).header("Accept-Encoding", "gzip;q=0, zstd; q=0.0, identity"));

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void servesEverythingWithThePositionFromWhichAStreamGoesOn() throws Exception {
        HttpResponse<String> everything = gateway.get("/v1/competitions/OG2024/everything");
        String position = everything.body().replaceAll(".*\"position\":\"([^\"]+)\".*", "$1");
        gateway.publish(sprint.next(ServedBoard.START));

        assertThat(everything.body()).contains(UNIT, OTHER, "\"lines\":");
        try (StreamReader reader = gateway.stream("/v1/stream?position=" + position)) {
            await().until(() -> reader.data("update").size() == 1);
            assertThat(reader.data("snapshot")).isEmpty();
            assertThat(reader.data("update").getFirst()).contains(UNIT, "\"version\":2");
        }
    }

    @Test
    void putsAListTogetherAnewWhenTheBoardHasChanged() throws Exception {
        String before = gateway.get("/v1/competitions/OG2024/units").body();
        String again = gateway.get("/v1/competitions/OG2024/units").body();
        gateway.publish(sprint.next(ServedBoard.START));
        String after = gateway.get("/v1/competitions/OG2024/units").body();

        assertThat(again).isEqualTo(before);
        assertThat(after).isNotEqualTo(before).contains("\"version\":2");
    }

    @Test
    void letsOfficialResultsBeCachedLongerThanLiveOnes() throws Exception {
        assertThat(cacheControl(RESOURCE)).contains("max-age", "stale-while-revalidate");
        assertThat(cacheControl("/v1/competitions/OG2024/units/" + OTHER)).isNotEqualTo(cacheControl(RESOURCE));
    }

    private String cacheControl(String path) throws IOException, InterruptedException {
        return gateway.get(path).headers().firstValue("Cache-Control").orElseThrow();
    }

    @Test
    void pagesThroughUnits() throws Exception {
        String first = gateway.get("/v1/competitions/OG2024/units?limit=1").body();
        String second = gateway.get("/v1/competitions/OG2024/units?limit=1&after=" + UNIT)
                .body();

        assertThat(first).contains(UNIT, "\"total\":2").doesNotContain("\"unit\":\"" + OTHER);
        assertThat(second).contains(OTHER).doesNotContain("\"unit\":\"" + UNIT);
    }

    private static EventResult medals(String event, String unit) {
        return EventResult.newBuilder()
                .setCompetition("OG2024")
                .setEvent(event)
                .setFeed(FeedFlag.PRODUCTION)
                .setVersion(1)
                .setDisciplineName("Sample")
                .setEventName("Sample")
                .setTakenAt(ServedBoard.START)
                .setMedallists(List.of(
                        new Medallist(Medal.ME_GOLD, "R1", "SAMPLE Runner", "XAA", List.of(), unit, null),
                        new Medallist(Medal.ME_SILVER, "R2", "SAMPLE Other", "XBB", List.of(), unit, null)))
                .build();
    }

    @Test
    void pagesThroughMedallists() throws Exception {
        gateway.publish(medals(UNIT.substring(0, 22), UNIT));

        HttpResponse<String> first = gateway.get("/v1/competitions/OG2024/medallists?tz=Europe/Paris&limit=1");
        String link = first.headers().firstValue("Link").orElseThrow();
        HttpResponse<String> second = gateway.get(link.substring(1, link.indexOf('>')));

        JsonNode gold = MAPPER.readTree(first.body());
        JsonNode silver = MAPPER.readTree(second.body());
        assertThat(gold.path("total").asInt()).isEqualTo(2);
        assertThat(gold.at("/medallists/0/competitor").asText()).isEqualTo("R1");
        assertThat(silver.path("medallists")).hasSize(1);
        assertThat(silver.at("/medallists/0/competitor").asText()).isEqualTo("R2");
        assertThat(silver.path("tz").asText()).isEqualTo("Europe/Paris");
        assertThat(silver.has("next")).isFalse();
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void pagesThroughEvents() throws Exception {
        gateway.publish(medals(UNIT.substring(0, 22), UNIT));
        gateway.publish(medals(OTHER.substring(0, 22), OTHER));

        JsonNode first = MAPPER.readTree(
                gateway.get("/v1/competitions/OG2024/events?limit=1").body());
        JsonNode second = MAPPER.readTree(gateway.get("/v1/competitions/OG2024/events?limit=1&after="
                        + first.path("next").asText())
                .body());

        assertThat(first.path("total").asInt()).isEqualTo(2);
        assertThat(second.at("/events/0/event")).isNotEqualTo(first.at("/events/0/event"));
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/competitions",
                "/v1/competitions/OG2024/units",
                "/v1/competitions/OG2024/events",
                "/v1/competitions/OG2024/medals",
                "/v1/competitions/OG2024/medals?by=total",
                "/v1/competitions/OG2024/medals?discipline=ATH&gender=W",
                "/v1/competitions/OG2024/medallists",
                "/v1/competitions/OG2024/medallists?day=2024-08-04&tz=Europe/Paris&organisation=XAA",
                "/v1/competitions/OG2024/schedule",
                "/v1/competitions/OG2024/schedule?day=2024-08-04"
            })
    void answersEveryList(String path) throws Exception {
        HttpResponse<String> answer = gateway.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{").endsWith("}");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/competitions/OG2024/units/ATHM100M, 400, 34 characters",
        "/v1/competitions/og2024/units, 400, competition code",
        "/v1/competitions/OG2024/units?limit=-1, 400, limit",
        "/v1/competitions/OG2024/events?limit=501, 400, limit",
        "/v1/competitions/OG2024/events?after=ATHW200M--------------, 400, next",
        "/v1/competitions/OG2024/medallists?after=nobody, 400, next",
        "/v1/competitions/OG2024/units?colour=red, 400, colour",
        "/v1/competitions/OG2024/schedule?day=yesterday, 400, day",
        "/v1/competitions/OG2024/medals?by=colour, 400, by",
        "/v1/competitions/OG2024/medals?gender=men, 400, M",
        "/v1/competitions/OG2024/medals?discipline=athletics, 400, 3 characters",
        "/v1/competitions/OG2024/medallists?day=yesterday, 400, day",
        "/v1/competitions/OG2024/units/ATHM200M--------------FNL-000100--, 404, there is no unit",
        "/v1/nothing, 404, /v1/competitions",
        "/v1/stream?position=nonsense, 400, is no position",
        "/v1/stream?unit=ATHM100M, 400, 34 characters",
        "/v1/stream?discipline=ATH&discipline=SWM&discipline=DIV&discipline=SAL&discipline=GAR, 400, at most 4",
        "/%zz, 400, malformed",
    })
    void refusesWithAProblemThatSaysWhatToDo(String path, int status, String advice) throws Exception {
        RawAnswer answer = RawAnswer.to(gateway.request("/").build().uri(), path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(answer.body()).contains("\"detail\":").contains(advice);
    }

    @Test
    void takesNothingButGetAndHead() throws Exception {
        HttpResponse<String> answer =
                gateway.send(gateway.request(RESOURCE).POST(BodyPublishers.ofString("{\"rank\":1}")));

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void allowsOtherOriginsToReadResults() throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request(RESOURCE).header("Origin", "https://media.example"));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void servesThePageAndAllThatItNamesFromItself() throws Exception {
        HttpResponse<String> page = gateway.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        List<String> named = Pattern.compile("(?:href|src)=\"([^\"#]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(named).isNotEmpty();
        for (String resource : named) {
            String path = resource.startsWith("/") ? resource : "/" + resource;
            assertThat(gateway.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void takesTimeZonesOfTheDatabaseAndNoOthers() throws Exception {
        String schedule = "/v1/competitions/OG2024/schedule?tz=";
        for (String zone : List.of("Z", "UTC", "Europe/Paris", "Asia/Calcutta")) {
            assertThat(gateway.get(schedule + zone).statusCode()).as(zone).isEqualTo(200);
        }
        for (String zone : List.of("%2B01:23:45", "UTC-07:31", "Mars/Base")) {
            HttpResponse<String> answer = gateway.get(schedule + zone);

            assertThat(answer.statusCode()).as(zone).isEqualTo(400);
            assertThat(answer.body()).contains("a region of the time zone database such as Europe/Paris");
        }
    }
}
