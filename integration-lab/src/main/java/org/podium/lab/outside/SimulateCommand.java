package org.podium.lab.outside;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.podium.lab.replay.Timetable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of simulated venues. */
@Command(
        name = "simulate",
        description = {
            "Plays recorded and made-up competitions at all venues of a cluster that is running, each venue with its own",
            "credential. Each round is a competition of its own, since what was said once is a duplicate when said again."
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final int BASE_36 = 36;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--brokers", paramLabel = "HOST:PORT,...", required = true, description = "Brokers to ask first.")
    @SuppressWarnings("NullAway.Init") // required
    private String brokers;

    @Option(
            names = "--registry",
            paramLabel = "URI",
            required = true,
            description = "Base address of the schema registry's Confluent API.")
    @SuppressWarnings("NullAway.Init") // required
    private URI registry;

    @Option(
            names = "--credentials",
            paramLabel = "DIR",
            description = "Directory with PRINCIPAL.properties of every venue, the results desk and the organiser.")
    private @Nullable Path credentials;

    @Option(
            names = "--units",
            paramLabel = "N",
            defaultValue = "0",
            description = "Made-up units beside the recorded ones (default: ${DEFAULT-VALUE}).")
    private int units;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Play N times as fast (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private BigDecimal speed;

    @Option(names = "--forever", description = "Begin anew at the end, until told to stop.")
    private boolean forever;

    @Override
    public Integer call() throws InterruptedException {
        if (speed.signum() <= 0) {
            throw new ParameterException(spec.commandLine(), "--speed must be above 0");
        }
        if (units < 0) {
            throw new ParameterException(spec.commandLine(), "--units must not be negative");
        }
        InstantSource clock = InstantSource.system();
        Cluster cluster = new Cluster(brokers, registry, Optional.ofNullable(credentials));
        try (Simulation simulation = new Simulation(cluster, clock)) {
            do {
                String round = round(clock);
                Timetable timetable =
                        simulation.timetable(simulation.scripts(units), speed, code -> code + "-" + round);
                simulation.play(timetable);
                spec.commandLine()
                        .getOut()
                        .println("%d venue events played, in competitions *-%s"
                                .formatted(timetable.events().size(), round));
            } while (forever);
        }
        return 0;
    }

    /** Differs from that of any other round, also of an earlier run. */
    private static String round(InstantSource clock) {
        return Long.toString(clock.instant().getEpochSecond(), BASE_36).toUpperCase(Locale.ROOT);
    }
}
