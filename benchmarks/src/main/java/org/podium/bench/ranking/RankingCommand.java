package org.podium.bench.ranking;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What one event costs in units of 8, 80 and 150, and after 100 and 100,000 events. */
@Command(
        name = "ranking",
        description = {
            "Measures what it costs to rank one event into units of 8, 80 and 150 competitors, beside the same without a memory of the last ranking; and in a unit of 150 after 100 and after 100,000 events.",
            "Exit status 1 when an update of a unit of 150 takes 50 us or more."
        })
public final class RankingCommand implements Callable<Integer> {

    /** What an update of the largest unit may cost, in microseconds. */
    private static final double MOST_MICROS = 50;

    private static final String LARGEST = "150";

    @Spec
    private @Nullable CommandSpec spec;

    /** One line of the table. */
    private static final class Row {
        private double update;
        private double error;
        private double withoutMemory;
    }

    @Override
    public Integer call() throws RunnerException {
        Map<String, Row> rows = new TreeMap<>();
        boolean over = false;
        Collection<RunResult> sizes = new Runner(options("update").build()).run();
        Collection<RunResult> pasts = new Runner(options("update$")
                        .param("competitors", LARGEST)
                        .param("past", "100", "100000")
                        .build())
                .run();
        for (RunResult run : sizes) {
            over |= add(rows, run);
        }
        for (RunResult run : pasts) {
            over |= add(rows, run);
        }
        print(rows);
        return over ? 1 : 0;
    }

    private static ChainedOptionsBuilder options(String method) {
        return new OptionsBuilder()
                .include(RankingBenchmark.class.getName() + "." + method)
                .verbosity(VerboseMode.SILENT);
    }

    /** Adds a measurement to its row; true when it is over what may be. */
    private static boolean add(Map<String, Row> rows, RunResult run) {
        String competitors = run.getParams().getParam("competitors");
        String key = "%6s %-9s %7s"
                .formatted(
                        competitors,
                        run.getParams().getParam("moves"),
                        run.getParams().getParam("past"));
        Row row = rows.computeIfAbsent(key, made -> new Row());
        Result<?> result = run.getPrimaryResult();
        if (run.getParams().getBenchmark().endsWith("WithoutMemory")) {
            row.withoutMemory = result.getScore();
            return false;
        }
        row.update = result.getScore();
        row.error = result.getScoreError();
        return competitors.equals(LARGEST) && row.update >= MOST_MICROS;
    }

    private void print(Map<String, Row> rows) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Runtime.Version jvm = Runtime.version();
        out.printf(
                "One event into a unit: fold, rank, result and state encoded. Java %s, %d cores, microseconds.%n",
                jvm, Runtime.getRuntime().availableProcessors());
        out.printf("%6s %-9s %7s %10s %8s %16s%n", "of", "moves", "past", "update", "+-", "without memory");
        rows.forEach((key, row) -> out.printf(
                "%s %10.1f %8.1f %16s%n",
                key, row.update, row.error, row.withoutMemory == 0 ? "" : "%.1f".formatted(row.withoutMemory)));
        out.flush();
    }
}
