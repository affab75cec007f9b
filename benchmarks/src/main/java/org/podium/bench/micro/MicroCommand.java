package org.podium.bench.micro;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Hands over to JMH's own command line. */
@Command(
        name = "jmh",
        description = "Runs JMH benchmarks; takes JMH's own arguments ('./podium bench jmh -h', '-l' lists them).")
public final class MicroCommand implements Callable<Integer> {

    /** Which benchmarks, as a regular expression, and options of JMH, which this command does not know. */
    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
