package org.podium.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.podium.lab.controlroom.Rejects;
import org.podium.lab.reader.ResultReader;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.Stack;
import org.podium.lab.stack.StackException;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.Medal;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.VenueEvent;
import org.podium.venue.publish.TakeOutcome;

/** The whole stack, running: what comes out is what a client of the gateway sees. */
final class ThroughPipeline implements Through {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(30);

    /** No result for so long after all events were sent: there will be none any more. */
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(30);

    /** Far longer than the step from results to the medal table takes. */
    private static final Duration MEDALS_SETTLE = Duration.ofSeconds(3);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Clock clock;
    private final DataDirectory data;
    private final Stack stack;

    ThroughPipeline(Clock clock, Consumer<String> steps) throws InterruptedException {
        this.clock = clock;
        this.data = DataDirectory.temporary();
        Stack started = null;
        try {
            started = Stack.start(new Stack.Plan(data, List.of(VenueCode.parse(UnitScript.VENUE)), 0), steps, steps);
        } finally {
            if (started == null) {
                data.close();
            }
        }
        this.stack = started;
    }

    @Override
    public Ranked rank(List<UnitScript> units) throws InterruptedException {
        Map<UnitKey, SeenResult> newest = new ConcurrentHashMap<>();
        Set<UnitKey> waiting = ConcurrentHashMap.newKeySet();
        units.forEach(unit -> waiting.add(unit.key()));
        CountDownLatch official = new CountDownLatch(units.size());
        try (Rejects rejects = Rejects.follow(stack.infrastructure().bootstrapServers(), stack.registry());
                ResultReader reader =
                        ResultReader.follow(stack.gatewayAddress().resolve("/v1/stream?detail=full"), clock, result -> {
                            newest.put(result.unit(), result);
                            if (result.official() && waiting.remove(result.unit())) {
                                official.countDown();
                            }
                        })) {
            if (!reader.awaitCaughtUp(CATCH_UP_LIMIT)) {
                throw new StackException("The gateway sent no snapshot within " + CATCH_UP_LIMIT.toSeconds() + " s");
            }
            stack.venues().define(units.stream().map(UnitScript::definition).toList());
            for (UnitScript unit : units) {
                unit.events().forEach(this::take);
            }
            awaitOfficial(official);
            Map<UnitKey, Map<String, RankedCompetitor>> results = new HashMap<>();
            newest.forEach((unit, result) -> results.put(unit, lines(result)));
            return new Ranked(results, sentences(rejects), settledMedals(units));
        }
    }

    /** Waits while results keep coming. */
    private static void awaitOfficial(CountDownLatch official) throws InterruptedException {
        long before = official.getCount();
        Duration silence = Duration.ZERO;
        while (!official.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            silence = official.getCount() == before ? silence.plus(POLL) : Duration.ZERO;
            before = official.getCount();
            if (silence.compareTo(SILENCE_LIMIT) > 0) {
                return;
            }
        }
    }

    /** At the present time: an agent's clock that differs from the venue's by years would be suspect. */
    private void take(VenueEvent event) {
        TakeOutcome outcome = stack.venues()
                .take(VenueEvent.newBuilder(event).setVenueTime(clock.instant()).build());
        if (!(outcome instanceof TakeOutcome.Taken)) {
            throw new StackException("The venue's agent did not take an event of " + event.getUnit() + ": " + outcome);
        }
    }

    private static Map<UnitKey, List<String>> sentences(Rejects rejects) {
        Map<UnitKey, List<String>> sentences = new HashMap<>();
        for (RejectedEvent reject : rejects.all()) {
            if (reject.getDisposition() != Disposition.REJECTED) {
                continue; // an event that overtook its definition waits for it and is applied
            }
            sentences
                    .computeIfAbsent(
                            UnitKey.of(String.valueOf(reject.getCompetition()), String.valueOf(reject.getUnit())),
                            unit -> new ArrayList<>())
                    .add(reject.getReason() + ": " + reject.getSentence());
        }
        return sentences;
    }

    private static Map<String, RankedCompetitor> lines(SeenResult result) {
        Map<String, RankedCompetitor> lines = new HashMap<>();
        for (JsonNode line : parse(result.text()).path("lines")) {
            JsonNode decision = line.path("decision");
            JsonNode medal = line.path("medal");
            lines.put(
                    line.required("competitor").asText(),
                    new RankedCompetitor(
                            rank(line),
                            decision.isMissingNode() ? null : Outcome.valueOf(decision.asText()),
                            line.path("text").asText(),
                            medal.isMissingNode() ? null : Medal.valueOf(medal.asText())));
        }
        return lines;
    }

    private static @Nullable Integer rank(JsonNode line) {
        return line.has("rank") ? line.get("rank").asInt() : null;
    }

    /** The medal table is a step behind the results: it is the last one that stays as it is. */
    private Map<String, List<Integer>> settledMedals(List<UnitScript> units) throws InterruptedException {
        Map<String, List<Integer>> before = medals(units);
        Duration unchanged = Duration.ZERO;
        while (unchanged.compareTo(MEDALS_SETTLE) < 0) {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            Map<String, List<Integer>> now = medals(units);
            unchanged = now.equals(before) ? unchanged.plus(POLL) : Duration.ZERO;
            before = now;
        }
        return before;
    }

    private Map<String, List<Integer>> medals(List<UnitScript> units) throws InterruptedException {
        Map<String, List<Integer>> medals = new HashMap<>();
        Set<String> competitions = units.stream()
                .filter(unit -> unit.definition().getMedalEvent())
                .map(unit -> unit.definition().getCompetition())
                .collect(Collectors.toSet());
        for (String competition : competitions) {
            JsonNode table = get("/v1/competitions/" + competition + "/medals");
            for (JsonNode standing : table.path("standings")) {
                medals.put(
                        standing.required("organisation").asText(),
                        List.of(
                                standing.required("gold").asInt(),
                                standing.required("silver").asInt(),
                                standing.required("bronze").asInt()));
            }
        }
        return medals;
    }

    private JsonNode get(String path) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(stack.gatewayAddress().resolve(path)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StackException("The gateway answered %d to %s".formatted(response.statusCode(), path));
            }
            return parse(response.body());
        } catch (IOException e) {
            throw new StackException("The gateway did not answer to " + path, e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        stack.close();
        data.close();
    }
}
