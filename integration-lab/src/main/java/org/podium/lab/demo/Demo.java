package org.podium.lab.demo;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.podium.lab.controlroom.Rejects;
import org.podium.lab.reader.ResultReader;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.recording.OfficialResult;
import org.podium.lab.recording.Recording;
import org.podium.lab.recording.Recordings;
import org.podium.lab.replay.Player;
import org.podium.lab.replay.Script;
import org.podium.lab.replay.Simulated;
import org.podium.lab.replay.Timetable;
import org.podium.lab.replay.WarmUp;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.FreePorts;
import org.podium.lab.stack.LogFile;
import org.podium.lab.stack.Stack;
import org.podium.lab.stack.StackException;
import org.podium.lab.verdict.Verdict;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;

/**
 * One run of the demo, from the first check to the last line. Runs on the thread that calls it, and stops when that is
 * interrupted.
 */
final class Demo {

    private static final String SIMULATED = "SIMULATED";
    private static final Duration LEAD = Duration.ofSeconds(1);
    private static final Duration RUNNING_LINE = Duration.ofSeconds(5);
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(20);

    /** Long over the budget: what has not come by then does not come. */
    private static final Duration LAST_RESULTS_LIMIT = Duration.ofSeconds(10);

    /** A slow machine takes its time; what is measured must not begin before it has worked everything off. */
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(100);

    private final DemoOptions options;
    private final InstantSource clock = InstantSource.system();
    private final Narration narration;
    private final AtomicReference<@Nullable String> death = new AtomicReference<>();

    Demo(DemoOptions options, PrintWriter out) {
        this.options = options;
        this.narration = new Narration(out, clock);
    }

    /** Runs to the end; the exit status. */
    int run() {
        FreePorts.requireFree(options.port());
        Thread main = Thread.currentThread();
        try (DataDirectory data = options.data().map(DataDirectory::kept).orElseGet(DataDirectory::temporary)) {
            LogFile.setUp(data.directory("logs").resolve("podium.log"));
            narration.step(
                    "data in %s%s".formatted(data.root(), options.data().isEmpty() ? ", deleted at the end" : ""));
            try {
                return run(data, main);
            } catch (InterruptedException | InterruptException e) {
                String why = death.get();
                if (why == null) {
                    narration.line("stopping");
                    return 130;
                }
                throw new StackException(dead(data, why), e);
            }
        }
    }

    private static String dead(DataDirectory data, String why) {
        return data.isFull()
                ? "No disk space: %s is full; free some or name another directory with --data DIR"
                        .formatted(data.root())
                : "The broker gave up: %s. The log is in %s".formatted(why, data.directory("logs"));
    }

    private int run(DataDirectory data, Thread main) throws InterruptedException {
        List<Recording> recordings = Recordings.load();
        List<VenueCode> venues = recordings.stream()
                .map(recording -> VenueCode.parse(recording.definition().getVenue()))
                .distinct()
                .toList();
        narration.step("%d recorded units at %d venues read".formatted(recordings.size(), venues.size()));
        Stack.Plan plan = new Stack.Plan(data, venues, options.port());
        try (Stack stack = Stack.start(plan, narration::step, why -> died(main, why))) {
            Run run = Run.next(data);
            warmUp(stack, venues, run);
            narration.step("ready; live page: %s#/%s"
                    .formatted(stack.gatewayAddress(), run.competition().apply(mainCompetition(recordings))));
            return replay(stack, recordings, venues, run);
        }
    }

    /** The competition with the most units. */
    private static String mainCompetition(List<Recording> recordings) {
        return recordings.stream()
                .map(recording -> recording.definition().getCompetition())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private void warmUp(Stack stack, List<VenueCode> venues, Run run) throws InterruptedException {
        Timetable timetable = WarmUp.of(venues, run.number(), clock);
        Set<UnitKey> official = ConcurrentHashMap.newKeySet();
        try (ResultReader reader = follow(stack, result -> {
            if (result.official()) {
                official.add(result.unit());
            }
        })) {
            catchUp(reader);
            stack.venues().define(timetable.definitions());
            new Player(clock).play(timetable, stack.venues()::take);
            Instant limit = clock.instant().plus(WARM_UP_LIMIT);
            while (official.size() < timetable.definitions().size()
                    && clock.instant().isBefore(limit)) {
                Thread.sleep(POLL);
            }
        }
        narration.step(
                "warmed up with %d units".formatted(timetable.definitions().size()));
    }

    private ResultReader follow(Stack stack, Consumer<SeenResult> results) {
        // Every version: a correction may follow so soon that an app is sent only what came of it.
        URI stream = stack.gatewayAddress().resolve("/v1/stream?delivery=every&detail=full");
        return ResultReader.follow(stream, clock, results);
    }

    private static void catchUp(ResultReader reader) throws InterruptedException {
        if (!reader.awaitCaughtUp(CATCH_UP_LIMIT)) {
            throw new StackException("The gateway sent no snapshot within %d s".formatted(CATCH_UP_LIMIT.toSeconds()));
        }
    }

    private void died(Thread main, String why) {
        if (death.compareAndSet(null, why)) {
            main.interrupt();
        }
    }

    private int replay(Stack stack, List<Recording> recordings, List<VenueCode> venues, Run run)
            throws InterruptedException {
        UnaryOperator<String> competition = run.competition();
        Map<UnitKey, OfficialResult> official = new LinkedHashMap<>();
        recordings.forEach(recording -> official.put(
                UnitKey.of(
                        competition.apply(recording.definition().getCompetition()),
                        recording.definition().getUnit()),
                recording.official()));
        List<Script> scripts =
                new ArrayList<>(recordings.stream().map(Script::of).toList());
        Duration length =
                recordings.stream().map(Recording::end).max(Duration::compareTo).orElse(Duration.ZERO);
        scripts.addAll(Simulated.units(options.units(), SIMULATED, venues, length));
        Timetable timetable = Timetable.of(scripts, clock.instant().plus(LEAD), options.speed(), competition);
        Watch watch = new Watch(timetable, new Verdict(official), narration);
        RecordedEvents events = new RecordedEvents(Recordings.loadEvents(), competition);
        try (ResultReader reader = follow(stack, watch::saw);
                Rejects rejects = Rejects.follow(stack.infrastructure().bootstrapServers(), stack.registry());
                ScheduledExecutorService running = Executors.newSingleThreadScheduledExecutor()) {
            catchUp(reader);
            stack.venues().define(timetable.definitions());
            stack.venues().organise(events.definitions());
            var line = running.scheduleAtFixedRate(
                    () -> narration.running(watch),
                    RUNNING_LINE.toMillis(),
                    RUNNING_LINE.toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                new Player(clock).play(timetable, stack.venues()::take);
                awaitLastResults(watch);
            } finally {
                line.cancel(false);
                running.shutdownNow();
            }
            List<String> wrongEvents = awaitEvents(stack, events);
            boolean good = new Summary(watch, rejects, events.events().size(), wrongEvents).tell(narration);
            if (options.once()) {
                return good ? 0 : 1;
            }
            narration.line("The recordings have ended; the live page stays until you press Ctrl-C.");
            new CountDownLatch(1).await();
            return 0;
        }
    }

    /** What is wrong with the recorded events, when nothing more comes of them. */
    private List<String> awaitEvents(Stack stack, RecordedEvents events) throws InterruptedException {
        Instant limit = clock.instant().plus(LAST_RESULTS_LIMIT);
        List<String> wrong = events.objections(stack.gatewayAddress());
        while (!wrong.isEmpty() && clock.instant().isBefore(limit)) {
            Thread.sleep(POLL);
            wrong = events.objections(stack.gatewayAddress());
        }
        return wrong;
    }

    private void awaitLastResults(Watch watch) throws InterruptedException {
        Instant limit = clock.instant().plus(LAST_RESULTS_LIMIT);
        while (!watch.allAsExpected() && clock.instant().isBefore(limit)) {
            Thread.sleep(POLL);
        }
    }
}
