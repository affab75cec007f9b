package org.podium.operations.run;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.podium.operations.config.Configuration;
import picocli.CommandLine;

/**
 * The command line of a service that runs until it is told to stop: {@code --config}, {@code --set} and {@code --help}.
 * The main class has no logger of its own, so that logging is set up before the first line is logged.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     ServiceCommand.of("streams", "Validates, ranks and publishes.", StreamsSettings.class, StreamsSettings::log)
 *             .main(StreamsMain::start, args);
 * }
 * }</pre>
 */
public final class ServiceCommand<T> {

    private final String name;
    private final String description;
    private final Class<T> settings;
    private final Function<T, LogSettings> logSettings;
    private final Function<T, List<String>> rules;

    private ServiceCommand(
            String name,
            String description,
            Class<T> settings,
            Function<T, LogSettings> logSettings,
            Function<T, List<String>> rules) {
        this.name = name;
        this.description = description;
        this.settings = settings;
        this.logSettings = logSettings;
        this.rules = rules;
    }

    /** Command of a service; its name is that of the launcher's command. */
    public static <T> ServiceCommand<T> of(
            String name, String description, Class<T> settings, Function<T, LogSettings> logSettings) {
        return new ServiceCommand<>(name, description, settings, logSettings, loaded -> List.of());
    }

    /** The same with rules that values keep together, see {@link Configuration#load}. */
    public ServiceCommand<T> withRules(Function<T, List<String>> rulesOfValues) {
        return new ServiceCommand<>(name, description, settings, logSettings, rulesOfValues);
    }

    /**
     * Runs the service until SIGTERM, SIGINT or its own wish to stop, and ends the JVM. The exit status is that of
     * {@link ExitCode}; after a signal it is 128 and the signal's number, as usual: 143 for SIGTERM.
     */
    public void main(Service<T> service, String... args) {
        Running running = new Running();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) ->
                running.stopBecause(ExitCode.FAILED, "thread " + thread.getName() + " died", thrown));
        ShutdownSignal signal = ShutdownSignal.listen(running);
        int status = run(service, running, System.getenv(), args);
        signal.programHasEnded();
        System.exit(status);
    }

    /** Runs the service until {@code running} is asked to stop. Returns the exit status. */
    int run(Service<T> service, Running running, Map<String, String> environment, String... args) {
        CommandLine line =
                new CommandLine(new ServiceRun<>(name, settings, logSettings, rules, environment, service, running));
        line.getCommandSpec().name("podium " + name);
        line.getCommandSpec().usageMessage().description(description);
        Program.explainKeys(line, settings);
        return Program.execute(line, args);
    }
}
