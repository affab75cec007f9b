package org.podium.lab.protocol;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.podium.lab.protocol.ProtocolCheck.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the protocol check. */
@Command(
        name = "protocol-check",
        description = "Holds a running gateway to docs/protocol.md: resources, server-sent events, WebSockets.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:the gateway keeps what the protocol promises", "1:it does not", "64:wrong usage"})
public final class ProtocolCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "Where the gateway is, such as http://localhost:8080.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private URI gateway;

    @Override
    public Integer call() throws InterruptedException {
        if (gateway.getHost() == null || !List.of("http", "https").contains(gateway.getScheme())) {
            throw new ParameterException(
                    spec.commandLine(), gateway + " is no address of a gateway, such as http://localhost:8080");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = ProtocolCheck.of(gateway, finding -> {
            out.println((finding.kept() ? "kept    " : "BROKEN  ")
                    + finding.promise()
                    + finding.instead().map(instead -> ": " + instead).orElse(""));
            out.flush();
        });
        long broken = findings.stream().filter(finding -> !finding.kept()).count();
        out.printf("%d of %d promises kept%n", findings.size() - broken, findings.size());
        out.flush();
        return broken == 0 ? 0 : 1;
    }
}
