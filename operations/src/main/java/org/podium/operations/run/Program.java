package org.podium.operations.run;

import java.util.concurrent.Callable;
import org.podium.operations.config.Configuration;
import org.podium.operations.config.InvalidConfigurationException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/**
 * Runs a picocli command the way every command of the project runs: {@code --help} everywhere, wrong usage and every
 * failure that an operator can remove in one line on standard error, an exit code of {@link ExitCode}.
 */
public final class Program {

    private Program() {}

    /** Runs a command, or one of its subcommands, and returns the exit status. */
    public static int execute(CommandLine line, String... args) {
        addHelp(line);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((wrong, given) -> {
            CommandLine asked = wrong.getCommandLine();
            asked.getErr().println("%s: %s; see %s --help".formatted(name(asked), wrong.getMessage(), name(asked)));
            return ExitCode.USAGE.status();
        });
        line.setExecutionExceptionHandler(
                (thrown, asked, result) -> fail(thrown, asked).status());
        line.setExecutionStrategy(Program::runLast);
        return line.execute(args);
    }

    /** Makes the keys of a configuration the last part of a command's help. */
    static void explainKeys(CommandLine line, Class<?> settings) {
        String keys =
                "%nKeys of the configuration (in the environment, podium.log.level is PODIUM_LOG_LEVEL):%n".formatted()
                        + Configuration.help(settings);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> keys);
    }

    private static ExitCode fail(Exception thrown, CommandLine asked) {
        return switch (thrown) {
            case InvalidConfigurationException invalid -> {
                asked.getErr().println("%s: %s".formatted(name(asked), invalid.getMessage()));
                asked.getErr().println("%s --help prints all keys.".formatted(name(asked)));
                yield ExitCode.CONFIGURATION;
            }
            default ->
                StartException.explain(thrown)
                        .map(explained -> {
                            asked.getErr().println("%s: %s".formatted(name(asked), explained.getMessage()));
                            return explained.exitCode();
                        })
                        .orElseGet(() -> {
                            LoggerFactory.getLogger(Program.class).error("{} failed", name(asked), thrown);
                            asked.getErr()
                                    .println("%s: failed, which is a bug: %s; the stack trace is in the log"
                                            .formatted(name(asked), thrown));
                            return ExitCode.FAILED;
                        });
        };
    }

    /** Of {@code podium topics} alone, which does nothing, the usage is printed. */
    private static int runLast(ParseResult parsed) {
        CommandLine last = parsed.asCommandLineList().getLast();
        if (!parsed.asCommandLineList().stream().anyMatch(CommandLine::isUsageHelpRequested)
                && !(last.getCommand() instanceof Callable)) {
            last.usage(last.getErr());
            return ExitCode.USAGE.status();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Print this.")
                        .build());
        line.getSubcommands().values().forEach(Program::addHelp);
    }

    private static String name(CommandLine line) {
        return line.getCommandSpec().qualifiedName();
    }
}
