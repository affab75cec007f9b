package org.podium.bench.cluster;

import org.podium.operations.run.Program;
import picocli.CommandLine;

/** A process that is a cluster and nothing else. */
final class ClusterMain {

    private ClusterMain() {}

    public static void main(String[] arguments) {
        System.exit(Program.execute(new CommandLine(new ClusterCommand()), arguments));
    }
}
