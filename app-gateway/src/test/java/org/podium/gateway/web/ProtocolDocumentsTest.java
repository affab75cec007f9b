package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Position;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.guard.Anonymous;
import org.podium.gateway.guard.Doorkeeper;
import org.podium.gateway.sample.SampleLine;
import org.podium.gateway.sample.SampleUnit;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;

/** Holds the descriptions of the protocol in docs to what the gateway does, and the other way round. */
final class ProtocolDocumentsTest {

    private static final String UNIT = "ATHM100M--------------FNL-000100--";
    private static final Map<String, String> PLACES = Map.of(
            "{competition}", "OG2024",
            "{unit}", UNIT,
            "{event}", UNIT.substring(0, 22),
            "{kind}", "address",
            "{name}", "192.0.2.7");

    private final ProtocolDocuments documents = new ProtocolDocuments();
    private final SampleUnit sprint = new SampleUnit("OG2024", UNIT, ServedBoard.START)
            .status(ResultStatus.LIVE, ScheduleStatus.RUNNING)
            .lines(List.of(new SampleLine("R1", "SAMPLE Runner", "XAA", MarkKind.TIME)
                    .rank(1, false)
                    .mark("9.784", "9.79", null)
                    .build()));
    private final ServedBoard gateway = new ServedBoard(4, 10);

    @BeforeEach
    void publish() {
        gateway.publish(sprint.next(ServedBoard.START));
        gateway.becomeReady();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void describesEveryRouteAndNoOther() throws Exception {
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        Board board = new Board(1, 1, new Position("0000abcd", new long[1]));
        KeptLists lists = new KeptLists(vertx, board, 1);
        new UnitRoutes(board, lists).mount(router);
        new ScheduleRoutes(board, lists, Clock.systemUTC()).mount(router);
        new StandingRoutes(board, lists).mount(router);
        new MedalRoutes(board, lists).mount(router);
        new EverythingRoute(board, new Everything(vertx, board)).mount(router);
        new BlockRoutes(new Doorkeeper(gateway.gate(), null, Anonymous.MEDIA)).mount(router);
        Set<String> mounted = router.getRoutes().stream()
                .map(route -> String.valueOf(route.getPath()).replaceAll(":(\\w+)", "{$1}"))
                .collect(Collectors.toCollection(TreeSet::new));
        mounted.add("/v1/stream");
        vertx.close().toCompletionStage().toCompletableFuture().join();

        assertThat(names(documents.openapi().path("paths"))).isEqualTo(mounted);
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void answersEveryResourceAsItsSchemaSays() throws Exception {
        for (var path : documents.openapi().path("paths").properties()) {
            JsonNode schema = path.getValue().at("/get/responses/200/content/application~1json/schema/$ref");
            if (schema.isTextual() && path.getValue().at("/get/security").isMissingNode()) {
                HttpResponse<String> answer = gateway.get(filled(path.getKey()));
                String name = schema.textValue().substring("#/components/schemas/".length());

                assertThat(answer.statusCode()).as(path.getKey()).isEqualTo(200);
                assertThat(documents.problemsOfDocument(name, answer.body()))
                        .as(answer.body())
                        .isEmpty();
                assertThat(documents.problemsOfDocument(name, "{}"))
                        .as("the schema of %s asks for something", name)
                        .isNotEmpty();
            }
        }
    }

    private static String filled(String path) {
        String filled = path;
        for (var place : PLACES.entrySet()) {
            filled = filled.replace(place.getKey(), place.getValue());
        }
        return filled;
    }

    @Test
    void describesExactlyTheParametersThatAreTaken() throws Exception {
        for (var path : documents.openapi().path("paths").properties()) {
            Set<String> described = new TreeSet<>();
            path.getValue().at("/get/parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    described.add(parameter.path("name").asText());
                }
            });
            String refusal = documents
                    .parse(gateway.get(filled(path.getKey()) + "?colour=red").body())
                    .path("detail")
                    .asText();
            Set<String> taken = refusal.contains("; use ")
                    ? new TreeSet<>(Arrays.asList(
                            refusal.substring(refusal.indexOf("; use ") + 6).split(", ", -1)))
                    : Set.of();

            assertThat(taken).as(path.getKey()).isEqualTo(described);
        }
    }

    @Test
    void refusesAsItsSchemaSays() throws Exception {
        assertThat(documents.problemsOfDocument(
                        "Problem",
                        gateway.get("/v1/competitions/OG2024/units/x").body()))
                .isEmpty();
    }

    @Test
    void sendsServerSentEventsAsTheirSchemasSay() throws Exception {
        List<StreamReader.Event> events = new ArrayList<>();
        try (StreamReader reader = gateway.stream("/v1/stream?position=1.ffffffff.1.0.0")) {
            await().until(() -> reader.data("snapshot").size() == 2);
            gateway.publish(sprint.next(ServedBoard.START));
            await().until(() -> reader.data("update").size() == 1);
            gateway.stop();
            await().until(reader::ended);
            events.addAll(reader.events());
        }

        assertThat(events)
                .extracting(StreamReader.Event::name)
                .contains("hello", "resync", "snapshot", "update", "goodbye");
        for (StreamReader.Event event : events) {
            assertThat(documents.problemsOfMessage(event.name(), event.data()))
                    .as(event.data())
                    .isEmpty();
        }
    }

    @Test
    void sendsAndTakesWebSocketMessagesAsTheirSchemasSay() throws Exception {
        String hello = "{\"type\":\"hello\",\"unit\":[\"%s\"],\"detail\":\"summary\"}".formatted(UNIT);
        String subscribe = "{\"type\":\"subscribe\",\"discipline\":\"ATH\",\"medals\":\"yes\",\"delivery\":\"every\"}";
        assertThat(documents.problemsOfMessage("clientHello", hello)).isEmpty();
        assertThat(documents.problemsOfMessage("clientSubscribe", subscribe)).isEmpty();
        List<String> messages;
        try (SocketReader reader = gateway.socket("/v1/stream")) {
            reader.say(hello);
            await().until(() -> reader.messages("snapshot").size() == 2);
            reader.say(subscribe);
            await().until(() -> reader.messages("snapshot").size() == 4);
            gateway.publish(sprint.next(ServedBoard.START));
            await().until(() -> reader.messages("update").size() == 1);
            gateway.stop();
            await().until(() -> reader.closeCode() != 0);
            messages = reader.messages();
        }

        assertThat(messages)
                .filteredOn(message -> message.startsWith("{\"type\":\"update\""))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(
                                documents.parse(message).path("position").asText())
                        .as("position of an update for a reader of every version")
                        .isNotEmpty());
        assertThat(messages).isNotEmpty().allSatisfy(message -> {
            String type = documents.parse(message).path("type").asText();
            assertThat(documents.problemsOfMessage(type, message)).as(message).isEmpty();
        });
    }

    @Test
    void describesEveryParameterThatAReaderMaySay() throws Exception {
        Set<String> hello = names(documents.asyncapi().at("/components/messages/clientHello/payload/properties"));
        hello.remove("type");

        assertThat(hello).containsExactlyInAnyOrder(Wishes.PARAMETERS);
    }

    @Test
    void namesEveryReasonAndEveryFarewell() throws Exception {
        assertThat(words("/components/messages/resync/payload/properties/reason/enum"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Frame.Reason.values()).map(Enum::name).toList());
        assertThat(words("/components/messages/goodbye/payload/properties/code/enum"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Frame.Farewell.values()).map(Enum::name).toList());
        String protocol = java.nio.file.Files.readString(java.nio.file.Path.of("..", "docs", "protocol.md"));
        for (Frame.Farewell farewell : Frame.Farewell.values()) {
            assertThat(protocol).contains("| %d | `%s` |".formatted(farewell.closeCode(), farewell.name()));
        }
    }

    private List<String> words(String pointer) throws Exception {
        List<String> words = new ArrayList<>();
        documents.asyncapi().at(pointer).forEach(word -> words.add(word.asText()));
        return words;
    }

    @Test
    void takesEncodedQueries() throws Exception {
        String tz = URLEncoder.encode("Europe/Paris", StandardCharsets.UTF_8);

        assertThat(gateway.get("/v1/competitions/OG2024/schedule?tz=" + tz).statusCode())
                .isEqualTo(200);
    }
}
