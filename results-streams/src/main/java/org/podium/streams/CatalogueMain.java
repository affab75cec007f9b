package org.podium.streams;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.Program;
import org.podium.operations.run.StartException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podium catalogue}: a sports-results manager's check of a changed catalogue, before any service reads it. */
public final class CatalogueMain {

    private CatalogueMain() {}

    public static void main(String[] arguments) {
        System.exit(Program.execute(line(), arguments));
    }

    static CommandLine line() {
        return new CommandLine(new Catalogues()).addSubcommand(new CommandLine(new Check()));
    }

    @Command(name = "podium catalogue", description = "Check a catalogue of disciplines.")
    private static final class Catalogues {}

    @Command(
            name = "check",
            description =
                    "Read a catalogue and print every problem with it; exit status 1 when there is one. Nothing is started.")
    private static final class Check implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "The catalogue, as docs/catalogue.md describes it.")
        private @Nullable Path file;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            CommandLine line = Objects.requireNonNull(spec).commandLine();
            Path read = Objects.requireNonNull(file);
            try {
                CatalogueFile.read(read);
            } catch (StartException e) {
                line.getErr().println(e.getMessage());
                return ExitCode.NO.status();
            }
            line.getOut().println(read + ": no problem found");
            return ExitCode.OK.status();
        }
    }
}
