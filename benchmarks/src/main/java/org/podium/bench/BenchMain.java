package org.podium.bench;

import org.podium.bench.micro.MicroCommand;
import org.podium.bench.ranking.RankingCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher of the benchmarks: {@code ./podium bench}. */
@Command(
        name = "bench",
        description = "Measures what Podium costs.",
        mixinStandardHelpOptions = true,
        subcommands = {MicroCommand.class, RankingCommand.class})
public final class BenchMain {

    private BenchMain() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new BenchMain()).execute(arguments);
    }
}
