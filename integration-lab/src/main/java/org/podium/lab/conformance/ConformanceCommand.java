package org.podium.lab.conformance;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.podium.streams.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the conformance check. */
@Command(
        name = "conformance",
        description = {
            "Ranks the marks of published results and compares the ranks with the published ones, unit by unit. Neither",
            "published ranks nor the order of a file's rows go in."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every unit that the files decide came out as published",
            "1:a unit came out wrong, or files cannot be read",
            "64:wrong usage"
        })
public final class ConformanceCommand implements Callable<Integer> {

    /** A way from venue events to results. */
    enum Way {
        topology,
        pipeline
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            description = "Directory with files of results, which are found by their columns also below it.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path directory;

    @Option(
            names = "--through",
            paramLabel = "WAY",
            defaultValue = "topology",
            description = {
                "topology: the topology on a test driver, in seconds (the default);",
                "pipeline: broker, registry, services and a client of the gateway, all of them running."
            })
    @SuppressWarnings("NullAway.Init") // has a default
    private Way through;

    @Option(
            names = "--medals",
            paramLabel = "FILE",
            description = "Compare medallists and the medal table with this file, too.")
    private @Nullable Path medals;

    @Option(names = "--verbose", description = "Print each difference of a unit that is not exact.")
    private boolean verbose;

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(spec.commandLine(), directory + " is not a directory");
        }
        if (medals != null && !Files.isRegularFile(medals)) {
            throw new ParameterException(spec.commandLine(), medals + " is not a file");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (LogFile logs = LogFile.open()) {
            boolean right = check(out);
            logs.forget();
            return right ? 0 : 1;
        } catch (ConformanceException e) {
            spec.commandLine().getErr().println("podium: " + e.getMessage());
            return 1;
        }
    }

    private boolean check(PrintWriter out) throws InterruptedException {
        List<PublishedUnit> units = new Conformance(Catalogue.bundled()).read(directory);
        Optional<MedalsFile> file = Optional.ofNullable(medals).map(MedalsFile::read);
        List<UnitScript> scripts = units.stream()
                .map(unit -> UnitScript.of(
                        unit, file.isPresent() && file.get().names(unit) ? MedalsFile.medalsOf(unit) : List.of()))
                .toList();
        Ranked ranked;
        try (Through way = open(out)) {
            ranked = way.rank(scripts);
        }
        Map<PublishedUnit, Judgement> judgements = Conformance.compare(units, ranked);
        new Table(out).print(judgements, verbose);
        boolean right = judgements.values().stream().noneMatch(one -> one.verdict() == Judgement.Verdict.WRONG);
        return file.map(medalsFile -> MedalComparison.print(out, medalsFile, judgements, ranked) && right)
                .orElse(right);
    }

    private Through open(PrintWriter out) throws InterruptedException {
        return switch (through) {
            case topology -> new ThroughTopology();
            case pipeline ->
                new ThroughPipeline(Clock.systemUTC(), step -> {
                    out.println(step);
                    out.flush();
                });
        };
    }
}
