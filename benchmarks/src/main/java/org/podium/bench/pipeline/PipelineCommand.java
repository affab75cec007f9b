package org.podium.bench.pipeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.podium.lab.cluster.Archives;
import org.podium.lab.cluster.Cluster;
import org.podium.lab.latency.Percentiles;
import org.podium.lab.machine.Machine;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.LogFile;
import org.podium.lab.stack.StackException;
import org.podium.lab.trial.Stretch;
import org.podium.lab.trial.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole way, from a venue's agent to a client. */
@Command(
        name = "pipeline",
        description = {
            "Measures what results take from a venue's agent to clients while nothing is broken: a cluster of processes on",
            "this machine, set as services are that run for hours, and everything held against what was sent.",
            "Takes about ten minutes a case. Prints a table and writes it as Markdown."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:results came as fast as they are to come, none lost, none twice, none out of order, all ranks right",
            "1:that was not reached",
            "64:wrong usage",
            "71:something could not start or go on"
        })
public final class PipelineCommand implements Callable<Integer> {

    /**
     * Events a second, each until results come as fast as they are to come: JVMs compile what runs often meanwhile, and
     * what was late is made up for. Services that run for hours have compiled all that is asked of them, whatever the
     * load is now.
     */
    private static final List<Integer> RAMP = List.of(250, 500, 750, 1_000);

    private static final Duration LOOK = Duration.ofSeconds(15);

    /** A machine that has not reached what is to be reached by then is measured as it is. */
    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(2);

    private static final Duration BURST = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--case", description = "One of ${COMPLETION-CANDIDATES}; may be repeated (default: all).")
    private Set<Case> cases = EnumSet.allOf(Case.class);

    @Option(names = "--seconds", defaultValue = "60", description = "How long is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where pipeline.md goes (default: docs/benchmarks, when all cases are measured).")
    private @Nullable Path results;

    private final long started = System.nanoTime();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--seconds must be above 0");
        }
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Measured> measured = new ArrayList<>();
        for (Case each : cases) {
            say(each.what());
            measured.addAll(measure(each));
        }
        String table = PipelineTable.markdown(
                began,
                Machine.commit(),
                "./podium bench "
                        + String.join(" ", spec.commandLine().getParseResult().originalArgs()),
                Machine.here(),
                measured);
        PrintWriter out = spec.commandLine().getOut();
        out.print(table);
        out.flush();
        Path directory = results != null
                ? results
                : cases.size() == Case.values().length ? Machine.home().resolve("docs/benchmarks") : null;
        if (directory != null) {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("pipeline.md"), table);
        }
        return measured.stream().allMatch(Measured::reached) ? 0 : 1;
    }

    private List<Measured> measure(Case on) throws InterruptedException {
        try (DataDirectory data = DataDirectory.temporary()) {
            LogFile.setUp(data.directory("logs").resolve("podium.log"));
            try (Cluster cluster = Cluster.start(on.setup(), data, Archives.none(), Trial.VENUES, this::say);
                    Trial trial = Trial.start(Trial.Place.of(cluster), data, "BENCH", RAMP.getFirst())) {
                cluster.awaitRedundancy();
                List<Step> steps = on.steps();
                for (int rate : RAMP) {
                    warmUp(trial, rate, steps.getFirst());
                }
                List<Ran> ran = new ArrayList<>();
                for (Step step : steps) {
                    ran.add(run(step, cluster, trial));
                }
                if (!trial.finish()) {
                    throw new StackException("Kafka did not acknowledge everything that the agents had taken");
                }
                return ran.stream().map(each -> each.judged(on)).toList();
            }
        }
    }

    private void warmUp(Trial trial, int eventsPerSecond, Step calm) throws InterruptedException {
        trial.load().pace(eventsPerSecond);
        Percentiles warm = trial.warmUp(calm::reached, LOOK, WARM_UP_LIMIT);
        say("%d/s, warmed up: %s".formatted(eventsPerSecond, warm));
    }

    /** A load that is over, of which some may not have come yet. */
    private record Ran(Step step, long events, Duration length, Stretch stretch, Map<String, Long> cpuMicros) {

        Measured judged(Case on) {
            return new Measured(on, step, events, length.toSeconds(), stretch.findings(), cpuMicros);
        }
    }

    private Ran run(Step step, Cluster cluster, Trial trial) throws InterruptedException {
        warmUp(trial, step.eventsPerSecond(), step);
        boolean burst = step.times() > 1;
        Duration length = burst ? BURST : Duration.ofSeconds(seconds);
        if (burst) {
            Instant start = trial.load().burst((step.times() - 1) * step.eventsPerSecond(), length);
            Thread.sleep(Duration.between(Instant.now(), start));
        }
        Stretch stretch = trial.begin();
        long sent = trial.sent();
        Usage before = Usage.of(cluster);
        trial.pass(length);
        trial.begin();
        long events = trial.sent() - sent;
        if (burst) {
            // What is late is worked on after the stretch.
            trial.warmUp(step::reached, LOOK, WARM_UP_LIMIT);
        }
        Usage used = Usage.of(cluster).since(before);
        say("%s: %s".formatted(step.what(), stretch.findings().latencies()));
        return new Ran(step, events, length, stretch, used.micros(trial.sent() - sent));
    }

    private void say(String step) {
        spec.commandLine().getOut().printf("%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, step);
        spec.commandLine().getOut().flush();
    }
}
