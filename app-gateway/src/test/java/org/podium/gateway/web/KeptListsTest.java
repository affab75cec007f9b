package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Origin;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.sample.SampleUnit;

class KeptListsTest {

    private static final int MORE = 10;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final Board board = new Board(10, 1_000_000, new Position("0000abcd", new long[1]));
    private final Semaphore mayBeMade = new Semaphore(0);
    private final AtomicInteger made = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private URI server = URI.create("http://127.0.0.1/");

    @BeforeEach
    void serve() {
        KeptLists lists = new KeptLists(vertx, board, 1);
        Router router = Router.router(vertx);
        Guard.mount(router, false);
        router.get("/list").handler(context -> lists.answer(context, this::make));
        router.get("/other").handler(context -> context.response().end("served"));
        HttpServer listening = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        server = URI.create("http://127.0.0.1:%d/".formatted(listening.actualPort()));
    }

    private KeptLists.Listed make() {
        mayBeMade.acquireUninterruptibly();
        return KeptLists.Listed.whole("[%d]".formatted(made.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        mayBeMade.release(1_000);
        vertx.close().toCompletionStage().toCompletableFuture().join();
        http.close();
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return http.sendAsync(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> asked) throws Exception {
        return asked.get(10, TimeUnit.SECONDS);
    }

    private void change() {
        board.apply(new Revisions(Clock.fixed(NOW, ZoneOffset.UTC))
                .of(new SampleUnit("OG2024", "ATHM100M--------------FNL-000100--", NOW).next(NOW), new Origin(0, 0)));
    }

    @Test
    void isMadeOnceForAllWhoAskUntilTheBoardChanges() throws Exception {
        CompletableFuture<HttpResponse<String>> one = ask("list");
        CompletableFuture<HttpResponse<String>> other = ask("list");
        mayBeMade.release();

        assertThat(answer(one).body()).isEqualTo("[1]");
        assertThat(answer(other).body()).isEqualTo("[1]");
        assertThat(answer(ask("list")).body()).isEqualTo("[1]");

        change();
        mayBeMade.release();

        assertThat(answer(ask("list")).body()).isEqualTo("[2]");
    }

    @Test
    void keepsNobodyElseWaitingAndNoMoreThanItCanMakeSoon() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < KeptLists.MOST_AWAITED + MORE; i++) {
            asked.add(ask("list?limit=" + (i + 1)));
        }
        await().until(() -> asked.stream().filter(CompletableFuture::isDone).count() == MORE);

        assertThat(answer(ask("other")).body()).isEqualTo("served");
        for (CompletableFuture<HttpResponse<String>> each :
                asked.stream().filter(CompletableFuture::isDone).toList()) {
            HttpResponse<String> refused = answer(each);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.body()).contains("more lists are asked for");
        }

        mayBeMade.release(KeptLists.MOST_AWAITED + 1);
        for (CompletableFuture<HttpResponse<String>> each : asked) {
            assertThat(answer(each).statusCode()).isIn(200, 503);
        }
        assertThat(answer(ask("list?limit=1000")).statusCode()).isEqualTo(200);
    }
}
