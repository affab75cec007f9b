package org.podium.lab.chaos;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.LogFile;
import org.podium.lab.stack.StackException;
import org.podium.lab.trial.Findings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the fault campaign. */
@Command(
        name = "chaos",
        description = {
            "Starts a cluster of processes on this machine, puts it under a load of venue events, lets one fault after",
            "another happen, and holds what clients saw against what was sent."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:no result over 2.5 s, none lost, none twice, none out of order, all ranks right",
            "1:that was not kept",
            "64:wrong usage",
            "71:something could not start or go on; what was found before is told",
            "130:stopped with Ctrl-C"
        })
public final class ChaosCommand implements Callable<Integer> {

    /** As a shell counts a program that Ctrl-C ended. */
    private static final int STOPPED = 130;

    private static final int EACH_PROCESSOR = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--quick", description = "One fault of each kind, each on another process.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "FAULT",
            split = ",",
            description = "Only these faults, in this order; a name may be repeated.")
    private @Nullable List<String> only;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep everything in DIR, logs too (default: a temporary directory).")
    private @Nullable Path data;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Venue events a second (default: " + EACH_PROCESSOR
                    + " for each processor, which eleven processes and their clients share).")
    private int rate = EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was found to FILE, as Markdown.")
    private @Nullable Path report;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (rate < 1) {
            throw new ParameterException(spec.commandLine(), "--rate must be above 0");
        }
        List<Fault> faults = faults();
        try (DataDirectory directory =
                Optional.ofNullable(data).map(DataDirectory::kept).orElseGet(DataDirectory::temporary)) {
            LogFile.setUp(directory.directory("logs").resolve("podium.log"));
            long started = System.nanoTime();
            Campaign.Outcome outcome = new Campaign(out, rate).run(directory, faults);
            Duration length = Duration.ofNanos(System.nanoTime() - started);
            outcome.happened().forEach(each -> tell(out, each.fault(), each.findings()));
            out.printf("took %d s%n", length.toSeconds());
            out.flush();
            Path file = report;
            if (file != null) {
                Report.write(file, whatWasAsked(), rate, length, outcome);
            }
            StackException broken = outcome.broken();
            if (broken != null) {
                throw broken;
            }
            return outcome.happened().stream().allMatch(each -> each.findings().kept()) ? 0 : 1;
        } catch (InterruptedException e) {
            return STOPPED;
        }
    }

    private static void tell(PrintWriter out, Fault fault, Findings found) {
        String broken = found.broken().entrySet().stream()
                .map(each -> "%d %s".formatted(each.getValue(), each.getKey()))
                .collect(Collectors.joining(", "));
        out.printf(
                "%-4s %-18s longest stall %5d ms, %s%n",
                found.kept() ? "kept" : "NOT",
                fault.name(),
                found.longestStall().toMillis(),
                broken);
        found.sentences().forEach(sentence -> out.println("       " + sentence));
    }

    /** The command line without where its data lies, which is this machine's and changes nothing. */
    private List<String> whatWasAsked() {
        List<String> asked = new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
        asked.removeIf(argument -> argument.startsWith("--data="));
        int place = asked.indexOf("--data");
        if (place >= 0) {
            asked.subList(place, place + 2).clear();
        }
        return asked;
    }

    private List<Fault> faults() {
        List<String> names = only;
        if (names == null) {
            return Faults.ALL.stream().filter(fault -> fault.quick() || !quick).toList();
        }
        return names.stream().map(this::fault).toList();
    }

    private Fault fault(String name) {
        return Faults.ALL.stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no such fault: %s; there are %s"
                                .formatted(
                                        name,
                                        Faults.ALL.stream().map(Fault::name).toList())));
    }
}
