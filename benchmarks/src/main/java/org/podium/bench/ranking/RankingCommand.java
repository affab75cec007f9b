package org.podium.bench.ranking;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What one event costs in units of 8, 80 and 150, and after 100 and 100,000 events. */
@Command(
        name = "ranking",
        description = {
            "Measures what it costs to rank one event into units of 8, 80 and 150 competitors, beside the same without a memory of the last ranking; and in a unit of 150 after 100 and after 100,000 events.",
            "Takes about six minutes. Exit status 1 when the median of an update of a unit of 150 is 50 us or more, or when it is half as much again after 100,000 events."
        })
public final class RankingCommand implements Callable<Integer> {

    /** What an update of the largest unit may cost, in microseconds. */
    private static final double MOST_MICROS = 50;

    /** By what the cost may differ after many events: what the machine does beside it, not what grows with them. */
    private static final double MOST_GROWTH = 1.5;

    private static final String LARGEST = "150";
    private static final String FEW = "100";
    private static final String MANY = "100000";

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * What an update costs, in microseconds.
     *
     * @param undisturbed the least median of a second: what others do on the same processor can only add to it
     */
    private record Cost(double undisturbed, double median, double percentile99) {

        static Cost of(RunResult run) {
            Statistics statistics = run.getPrimaryResult().getStatistics();
            double undisturbed = run.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .mapToDouble(
                            second -> second.getPrimaryResult().getStatistics().getPercentile(50))
                    .min()
                    .orElseThrow();
            return new Cost(undisturbed, statistics.getPercentile(50), statistics.getPercentile(99));
        }
    }

    /** What is measured of a unit. */
    private record Case(int competitors, String moves, int past) implements Comparable<Case> {

        static Case of(RunResult run) {
            return new Case(
                    Integer.parseInt(run.getParams().getParam("competitors")),
                    run.getParams().getParam("moves"),
                    Integer.parseInt(run.getParams().getParam("past")));
        }

        @Override
        public int compareTo(Case other) {
            return Comparator.comparingInt(Case::competitors)
                    .thenComparing(Case::moves)
                    .thenComparingInt(Case::past)
                    .compare(this, other);
        }
    }

    @Override
    public Integer call() throws RunnerException {
        Map<Case, Cost> updates = new TreeMap<>();
        Map<Case, Cost> withoutMemory = new TreeMap<>();
        for (RunResult run : new Runner(options("update").build()).run()) {
            boolean memory = !run.getParams().getBenchmark().endsWith("WithoutMemory");
            (memory ? updates : withoutMemory).put(Case.of(run), Cost.of(run));
        }
        ChainedOptionsBuilder pasts =
                options("update$").param("competitors", LARGEST).param("past", FEW, MANY);
        for (RunResult run : new Runner(pasts.build()).run()) {
            updates.put(Case.of(run), Cost.of(run));
        }
        print(updates, withoutMemory);
        return holds(updates) ? 0 : 1;
    }

    private static ChainedOptionsBuilder options(String method) {
        return new OptionsBuilder()
                .include(RankingBenchmark.class.getName() + "." + method)
                .verbosity(VerboseMode.SILENT);
    }

    private static boolean holds(Map<Case, Cost> updates) {
        int largest = Integer.parseInt(LARGEST);
        return updates.entrySet().stream()
                .filter(update -> update.getKey().competitors() == largest)
                .allMatch(update -> update.getValue().median() < MOST_MICROS
                        && update.getValue().median() < MOST_GROWTH * afterFew(updates, update.getKey()));
    }

    private static double afterFew(Map<Case, Cost> updates, Case after) {
        Cost cost = updates.get(new Case(after.competitors(), after.moves(), Integer.parseInt(FEW)));
        return cost == null ? Double.POSITIVE_INFINITY : cost.median();
    }

    private void print(Map<Case, Cost> updates, Map<Case, Cost> withoutMemory) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.printf(
                "One event into a unit: fold, rank, result and state encoded. Java %s, %d cores, microseconds.%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        out.printf(
                "%6s %-9s %7s %12s %10s %10s %16s%n",
                "of", "moves", "past", "undisturbed", "median", "99 %", "without memory");
        updates.forEach((unit, cost) -> {
            Cost without = withoutMemory.get(unit);
            out.printf(
                    "%6d %-9s %7d %12.1f %10.1f %10.1f %16s%n",
                    unit.competitors(),
                    unit.moves(),
                    unit.past(),
                    cost.undisturbed(),
                    cost.median(),
                    cost.percentile99(),
                    without == null ? "" : "%.1f".formatted(without.undisturbed()));
        });
        out.flush();
    }
}
