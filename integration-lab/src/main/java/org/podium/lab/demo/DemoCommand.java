package org.podium.lab.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line of the demo. */
@Command(
        name = "demo",
        description = {
            "Starts a Kafka broker, a schema registry, the services and one agent a venue on this machine, and replays",
            "recorded competitions as if they happened now. Ctrl-C stops everything."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:with --once, every recorded unit became official with its recorded ranks, and no result was over 2.5 s",
            "1:it did not",
            "64:wrong usage",
            "71:something could not start or go on",
            "130:stopped with Ctrl-C"
        })
public final class DemoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--once", description = "End when the recordings end, with a summary.")
    private boolean once;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            converter = Speed.class,
            description = "Replay N times as fast (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private BigDecimal speed;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port of the live page (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Keep everything in DIR and go on from there at the next start (default: a temporary directory).")
    private @Nullable Path data;

    @Option(
            names = "--units",
            paramLabel = "N",
            defaultValue = "0",
            description = "Simulate N more units at the same time (default: ${DEFAULT-VALUE}).")
    private int units;

    /** How many times as fast, such as 2 or 0.5. */
    static final class Speed implements ITypeConverter<BigDecimal> {

        @Override
        public BigDecimal convert(String value) {
            try {
                BigDecimal speed = new BigDecimal(value);
                if (speed.signum() > 0) {
                    return speed;
                }
            } catch (NumberFormatException e) {
                // As wrong as a number that is not above 0.
            }
            throw new TypeConversionException("'%s' is not a number above 0, such as 2 or 0.5".formatted(value));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 1 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port must be from 1 to 65535");
        }
        if (units < 0) {
            throw new ParameterException(spec.commandLine(), "--units must not be negative");
        }
        DemoOptions options = new DemoOptions(once, speed, port, Optional.ofNullable(data), units);
        return new Demo(options, spec.commandLine().getOut()).run();
    }
}
