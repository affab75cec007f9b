package org.podium.venue;

import java.util.Arrays;
import java.util.function.Function;
import org.podium.model.id.VenueCode;
import org.podium.operations.run.Program;
import org.podium.operations.run.ServiceCommand;
import org.podium.venue.intake.Speed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code podium venue}: sends a venue's events, checks files of them, defines units. */
public final class VenueMain {

    private static final String AGENT = "agent";
    private static final String AGENT_DESCRIPTION =
            "Send the events that come on standard input until told to stop; has /health, /ready and /metrics.";

    private VenueMain() {}

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(AGENT)) {
            ServiceCommand.of("venue agent", AGENT_DESCRIPTION, VenueSettings.class, VenueSettings::log)
                    .withRules(VenueRules::brokenForAgent)
                    .main(AgentService::start, Arrays.copyOfRange(args, 1, args.length));
        } else {
            System.exit(run(args));
        }
    }

    /** Runs one of the commands that end, and returns the exit status. */
    static int run(String... args) {
        return Program.execute(line(), args);
    }

    static CommandLine line() {
        CommandLine line = new CommandLine(new Venue())
                .addSubcommand(new SendCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new DefineCommand())
                .addSubcommand(new Agent());
        line.registerConverter(Speed.class, saying(Speed::parse));
        line.registerConverter(VenueCode.class, saying(VenueCode::parse));
        return line;
    }

    private static <T> ITypeConverter<T> saying(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    @Command(name = "podium venue", description = "Send a venue's events, check files of them, define units.")
    private static final class Venue {}

    /** Only for the list of commands: {@link #main} starts the agent before this is looked at. */
    @Command(name = AGENT, description = AGENT_DESCRIPTION)
    private static final class Agent {}
}
