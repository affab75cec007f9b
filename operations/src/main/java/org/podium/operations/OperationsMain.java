package org.podium.operations;

import org.podium.operations.run.OneOffCommand;
import org.podium.operations.run.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands {@code topics} and {@code schemas}: bring a cluster to what this build expects of it. */
public final class OperationsMain {

    private OperationsMain() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
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
        return Program.execute(podium, args);
    }

    @Command(name = "podium")
    private static final class Podium {}

    @Command(name = "topics", description = "Create the topics, or compare them with the cluster.")
    private static final class Topics {}

    @Command(name = "schemas", description = "Register the schemas, or compare them with the registry.")
    private static final class Schemas {}
}
