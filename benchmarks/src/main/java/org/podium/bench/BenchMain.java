package org.podium.bench;

import org.podium.bench.cluster.ClusterCommand;
import org.podium.bench.feed.PublishCommand;
import org.podium.bench.load.LoadCommand;
import org.podium.bench.micro.MicroCommand;
import org.podium.bench.pipeline.PipelineCommand;
import org.podium.bench.ranking.RankingCommand;
import org.podium.bench.table.GatewayCommand;
import org.podium.operations.run.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher of the benchmarks: {@code ./podium bench}. */
@Command(
        name = "bench",
        description = "Measures what Podium costs.",
        subcommands = {
            MicroCommand.class,
            RankingCommand.class,
            GatewayCommand.class,
            PipelineCommand.class,
            LoadCommand.class,
            PublishCommand.class,
            ClusterCommand.class
        })
public final class BenchMain {

    private BenchMain() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return Program.execute(new CommandLine(new BenchMain()), arguments);
    }
}
