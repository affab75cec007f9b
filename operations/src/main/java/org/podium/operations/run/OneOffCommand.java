package org.podium.operations.run;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.podium.operations.config.Configuration;
import org.podium.operations.config.ConfigurationOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A configured command that does one thing and ends. */
@Command
public final class OneOffCommand<T> implements Callable<Integer> {

    @Mixin
    private final ConfigurationOptions options = new ConfigurationOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Class<T> settings;
    private final Function<T, LogSettings> logSettings;
    private final Work<T> work;

    /** What the command does. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it, and prints for people what came of it. */
        ExitCode run(T settings, PrintWriter out) throws Exception;
    }

    private OneOffCommand(Class<T> settings, Function<T, LogSettings> logSettings, Work<T> work) {
        this.settings = settings;
        this.logSettings = logSettings;
        this.work = work;
    }

    /** The command line of such a command. */
    public static <T> CommandLine of(
            String name, String description, Class<T> settings, Function<T, LogSettings> logSettings, Work<T> work) {
        CommandLine line = new CommandLine(new OneOffCommand<>(settings, logSettings, work));
        line.getCommandSpec().name(name);
        line.getCommandSpec().usageMessage().description(description);
        Program.explainKeys(line, settings);
        return line;
    }

    @Override
    public Integer call() throws Exception {
        Configuration<T> configuration = Configuration.load(settings, options, System.getenv());
        Logs.setUp(logSettings.apply(configuration.settings()));
        return work.run(
                        configuration.settings(),
                        Objects.requireNonNull(spec).commandLine().getOut())
                .status();
    }
}
