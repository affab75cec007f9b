package org.podium.operations;

import java.io.PrintWriter;
import java.util.Arrays;
import org.podium.operations.run.OneOffCommand;
import org.podium.operations.run.Program;
import org.podium.operations.run.ServiceCommand;
import org.podium.operations.watch.ClusterWatch;
import org.podium.operations.watch.WatchSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands {@code topics}, {@code access}, {@code schemas}, and {@code deploy} for all three: bring a cluster to
 * what this build expects of it. {@code watch} and {@code rejects} tell how it is with the cluster and what venues
 * send.
 */
public final class OperationsMain {

    private static final String WATCH = "watch";
    private static final String WATCH_DESCRIPTION =
            "Watch the cluster until told to stop; /metrics tells redundancy, lag and the age of certificates.";

    private OperationsMain() {}

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(WATCH)) {
            ServiceCommand.of(WATCH, WATCH_DESCRIPTION, WatchSettings.class, WatchSettings::log)
                    .main(ClusterWatch::start, Arrays.copyOfRange(args, 1, args.length));
        } else {
            System.exit(run(args));
        }
    }

    /** Runs one of the commands, and returns the exit status. */
    public static int run(String... args) {
        return Program.execute(commands(), args);
    }

    /** The same, where what it finds is printed elsewhere. */
    public static int run(PrintWriter out, String... args) {
        return Program.execute(commands().setOut(out), args);
    }

    private static CommandLine commands() {
        CommandLine podium = new CommandLine(new Podium());
        podium.addSubcommand(new CommandLine(new Topics())
                .addSubcommand(OneOffCommand.of(
                        "apply",
                        "Create the topics that are missing and alter those that differ; nothing when one is refused.",
                        TopicsSettings.class,
                        TopicsSettings::log,
                        TopicsCommand::apply))
                .addSubcommand(OneOffCommand.of(
                        "describe",
                        "Compare the topics of the catalogue with the cluster; exit status 1 when they differ.",
                        TopicsSettings.class,
                        TopicsSettings::log,
                        TopicsCommand::describe)));
        podium.addSubcommand(new CommandLine(new Access())
                .addSubcommand(OneOffCommand.of(
                        "apply",
                        "Grant each principal what the catalogue says and take everything else away from it; nothing when a grant is too wide.",
                        AccessCommandSettings.class,
                        AccessCommandSettings::log,
                        AccessCommand::apply))
                .addSubcommand(OneOffCommand.of(
                        "describe",
                        "Compare what the brokers grant with the catalogue; exit status 1 when it differs.",
                        AccessCommandSettings.class,
                        AccessCommandSettings::log,
                        AccessCommand::describe)));
        podium.addSubcommand(OneOffCommand.of(
                "deploy",
                "Apply topics and access and register the schemas; waits for a registry that is starting.",
                DeploySettings.class,
                DeploySettings::log,
                DeployCommand::run));
        podium.addSubcommand(OneOffCommand.of(
                "rejects",
                "Print the venue events that were rejected, flagged or parked, a line each, with reason and sentence.",
                RejectsSettings.class,
                RejectsSettings::log,
                RejectsCommand::run));
        podium.addSubcommand(new CommandLine(new Watch()));
        podium.addSubcommand(new CommandLine(new Schemas())
                .addSubcommand(OneOffCommand.of(
                        "register",
                        "Register the schemas of this build; none when one is incompatible.",
                        SchemasSettings.class,
                        SchemasSettings::log,
                        SchemasCommand::register))
                .addSubcommand(OneOffCommand.of(
                        "check",
                        "Compare the schemas of this build with the registry; exit status 1 when they are not registered.",
                        SchemasSettings.class,
                        SchemasSettings::log,
                        SchemasCommand::check)));
        return podium;
    }

    /** Only for the list of commands: {@link #main} starts the watch before this is looked at. */
    @Command(name = WATCH, description = WATCH_DESCRIPTION)
    private static final class Watch {}

    @Command(name = "podium")
    private static final class Podium {}

    @Command(name = "topics", description = "Create the topics, or compare them with the cluster.")
    private static final class Topics {}

    @Command(name = "access", description = "Grant access to topics, or compare what the brokers grant.")
    private static final class Access {}

    @Command(name = "schemas", description = "Register the schemas, or compare them with the registry.")
    private static final class Schemas {}
}
