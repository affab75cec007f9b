package org.podium.lab.e2e;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.podium.lab.controlroom.Rejects;
import org.podium.lab.latency.Latencies;
import org.podium.lab.reader.ResultReader;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.recording.Recording;
import org.podium.lab.recording.Recordings;
import org.podium.lab.replay.IntendedTimes;
import org.podium.lab.replay.Player;
import org.podium.lab.replay.Script;
import org.podium.lab.replay.Timetable;
import org.podium.lab.replay.WarmUp;
import org.podium.lab.stack.Stack;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/** A competition of one test, with an app that follows its results and a control room that follows its rejects. */
final class Competition implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(90);

    /** Long enough to publish the definitions before the first event. */
    static final Duration LEAD = Duration.ofSeconds(1);

    private final String code;
    private final Stack stack;
    private final List<SeenResult> results = new CopyOnWriteArrayList<>();
    private final List<Consumer<SeenResult>> listeners = new CopyOnWriteArrayList<>();
    private final ResultReader reader;
    private final Rejects rejects;

    private Competition(String code, Stack stack) {
        this.code = code;
        this.stack = stack;
        URI stream = stack.gatewayAddress().resolve("/v1/stream?delivery=every&competition=" + code);
        this.reader = ResultReader.follow(stream, InstantSource.system(), result -> {
            results.add(result);
            listeners.forEach(listener -> listener.accept(result));
        });
        this.rejects = Rejects.follow(stack.infrastructure().bootstrapServers(), stack.registry());
    }

    static Competition open(String code, Stack stack) {
        Competition competition = new Competition(code, stack);
        try {
            if (!competition.reader.awaitCaughtUp(LIMIT)) {
                throw new IllegalStateException("The gateway sent no snapshot");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        return competition;
    }

    /** Has the stack do what the first results of a test would wait for. */
    static void warmUp(Stack stack, int number) throws InterruptedException {
        try (Competition warmUp = open("WARM-UP-" + number, stack)) {
            Timetable timetable = WarmUp.of(stack.plan().venues(), number, InstantSource.system());
            warmUp.play(timetable);
            await().atMost(WARM_UP_LIMIT)
                    .until(() -> warmUp.official() == timetable.definitions().size());
        }
    }

    /** Recordings of so many events at most whose units differ: under one code, two with the same RSC would be one. */
    static List<Recording> differentUnits(int mostEvents) {
        Set<String> units = new HashSet<>();
        return Recordings.load().stream()
                .filter(recording -> recording.events().size() <= mostEvents)
                .filter(recording -> units.add(recording.definition().getUnit()))
                .toList();
    }

    String code() {
        return code;
    }

    UnitKey unit(String rsc) {
        return UnitKey.of(code, rsc);
    }

    /** Has the listener told of each version as it arrives. */
    void onResult(Consumer<SeenResult> listener) {
        listeners.add(listener);
    }

    /** Publishes the definition under this competition's code. */
    void define(UnitDefinition definition) throws InterruptedException {
        stack.venues()
                .define(List.of(UnitDefinition.newBuilder(definition)
                        .setCompetition(code)
                        .build()));
    }

    /** Publishes the definition of an event under this competition's code. */
    void organise(EventDefinition definition) throws InterruptedException {
        stack.venues()
                .organise(List.of(EventDefinition.newBuilder(definition)
                        .setCompetition(code)
                        .build()));
    }

    /** Has the venue's agent take the event now, under this competition's code, with a venue time of now. */
    void take(VenueEvent event) {
        stack.venues().take(now(event));
    }

    /** The event under this competition's code, with a venue time of now. */
    VenueEvent now(VenueEvent event) {
        return VenueEvent.newBuilder(event)
                .setCompetition(code)
                .setVenueTime(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .build();
    }

    /** A timetable of the scripts under this competition's code that begins now. */
    Timetable timetable(List<Script> scripts) {
        return Timetable.of(scripts, Instant.now().plus(LEAD), BigDecimal.ONE, recorded -> code);
    }

    /** Records how long each result of the timetable takes from the moment for which its event is intended. */
    Latencies latencies(Timetable timetable) {
        IntendedTimes intended = new IntendedTimes();
        intended.add(timetable);
        Latencies latencies = new Latencies();
        onResult(result -> intended.latencies(result).forEach(latencies::record));
        return latencies;
    }

    /** Plays a timetable to its end. */
    void play(Timetable timetable) throws InterruptedException {
        stack.venues().define(timetable.definitions());
        new Player(InstantSource.system()).play(timetable, stack.venues()::take);
    }

    /** All versions that arrived, in the order of their arrival. */
    List<SeenResult> results() {
        return List.copyOf(results);
    }

    /** Number of units that have been official. */
    long official() {
        return results.stream()
                .filter(SeenResult::official)
                .map(SeenResult::unit)
                .distinct()
                .count();
    }

    /** Newest version of the unit that arrived. */
    Optional<SeenResult> newest(UnitKey unit) {
        return results.stream().filter(result -> result.unit().equals(unit)).reduce((first, second) -> second);
    }

    /** Waits for a version of the unit. */
    SeenResult awaitResult(UnitKey unit, Predicate<SeenResult> which) {
        return await().atMost(LIMIT)
                .until(() -> newest(unit).filter(which), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits for a reject, flag or parking of this competition. */
    RejectedEvent awaitReject(RejectReason reason) {
        return awaitReject(reject -> code.equals(reject.getCompetition()) && reject.getReason() == reason);
    }

    /** Waits for a reject, flag or parking. */
    RejectedEvent awaitReject(Predicate<RejectedEvent> which) {
        return await().atMost(LIMIT)
                .until(() -> rejects.all().stream().filter(which).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Rejects of this competition by reason. */
    Map<RejectReason, Long> rejects() {
        return rejects.byReason(reject -> code.equals(reject.getCompetition()));
    }

    @Override
    public void close() {
        reader.close();
        rejects.close();
    }
}
