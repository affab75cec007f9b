package org.podium.lab.demo;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.podium.lab.controlroom.Rejects;
import org.podium.lab.reader.ResultReader;
import org.podium.lab.recording.OfficialResult;
import org.podium.lab.recording.Recording;
import org.podium.lab.recording.Recordings;
import org.podium.lab.replay.Player;
import org.podium.lab.replay.Script;
import org.podium.lab.replay.Timetable;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.FreePorts;
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

    private static final Duration LEAD = Duration.ofSeconds(1);
    private static final Duration RUNNING_LINE = Duration.ofSeconds(5);
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(20);

    /** Long over the budget: what has not come by then does not come. */
    private static final Duration LAST_RESULTS_LIMIT = Duration.ofSeconds(10);

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
            } catch (InterruptedException e) {
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
            narration.step("ready; live page: " + stack.gatewayAddress());
            return replay(stack, recordings, Run.next(data).competition());
        }
    }

    private void died(Thread main, String why) {
        if (death.compareAndSet(null, why)) {
            main.interrupt();
        }
    }

    private int replay(Stack stack, List<Recording> recordings, UnaryOperator<String> competition)
            throws InterruptedException {
        Map<UnitKey, OfficialResult> official = new LinkedHashMap<>();
        recordings.forEach(recording -> official.put(
                UnitKey.of(
                        competition.apply(recording.definition().getCompetition()),
                        recording.definition().getUnit()),
                recording.official()));
        Timetable timetable = Timetable.of(
                recordings.stream().map(Script::of).toList(), clock.instant().plus(LEAD), options.speed(), competition);
        Watch watch = new Watch(timetable, new Verdict(official), narration);
        URI stream = stack.gatewayAddress().resolve("/v1/stream?detail=full");
        try (ResultReader reader = ResultReader.follow(stream, clock, watch::saw);
                Rejects rejects = Rejects.follow(stack.infrastructure().bootstrapServers(), stack.registry());
                ScheduledExecutorService running = Executors.newSingleThreadScheduledExecutor()) {
            if (!reader.awaitCaughtUp(CATCH_UP_LIMIT)) {
                throw new StackException("The gateway sent no snapshot within " + CATCH_UP_LIMIT.toSeconds() + " s");
            }
            stack.venues().define(timetable.definitions());
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
            boolean good = new Summary(watch, rejects).tell(narration);
            if (options.once()) {
                return good ? 0 : 1;
            }
            narration.line("The recordings have ended; the live page stays until you press Ctrl-C.");
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private void awaitLastResults(Watch watch) throws InterruptedException {
        Instant limit = clock.instant().plus(LAST_RESULTS_LIMIT);
        while (!watch.verdict().objections().isEmpty() && clock.instant().isBefore(limit)) {
            Thread.sleep(POLL);
        }
    }
}
