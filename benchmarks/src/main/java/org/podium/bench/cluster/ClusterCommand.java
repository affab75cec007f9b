package org.podium.bench.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.EmbeddedInfrastructure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Runs a broker and a registry until standard input ends, so that it never outlives who started it. Says where they are
 * in two lines, {@value #BROKER} and {@value #REGISTRY}, each followed by the address.
 */
@Command(
        name = "cluster",
        description =
                "Starts a Kafka broker and a schema registry with all topics and schemas, until standard input ends.")
public final class ClusterCommand implements Callable<Integer> {

    static final String BROKER = "bootstrap-servers ";
    static final String REGISTRY = "registry ";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** In a process of its own. */
    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (DataDirectory data = DataDirectory.temporary();
                EmbeddedInfrastructure infrastructure = EmbeddedInfrastructure.start(
                        data,
                        List.of(),
                        step -> {},
                        cause -> spec.commandLine().getErr().println("The broker gave up: " + cause))) {
            out.println(BROKER + infrastructure.bootstrapServers());
            out.println(REGISTRY + infrastructure.registryAddress());
            out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
            return 0;
        }
    }
}
