package org.podium.bench.feed;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes made-up results, for {@code ./podium bench load} to read through a gateway. */
@Command(
        name = "publish",
        description =
                "Publishes made-up results of about 1 KB to results.feed, at intended times that they carry as takenAt.")
public final class PublishCommand implements Callable<Integer> {

    /** Room to connect and to make the first record before the first intended time. */
    private static final long LEAD_MILLIS = 500;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--bootstrap-servers",
            defaultValue = "127.0.0.1:9092",
            description = "Kafka (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String bootstrapServers;

    @Option(names = "--registry", required = true, description = "Base address of the schema registry's Confluent API.")
    @SuppressWarnings("NullAway.Init") // required
    private URI registry;

    @Option(names = "--units", defaultValue = "1", description = "How many units change (default: ${DEFAULT-VALUE}).")
    private int units;

    @Option(
            names = "--first-unit",
            defaultValue = "0",
            description = "Number of the first one (default: ${DEFAULT-VALUE}).")
    private int firstUnit;

    @Option(
            names = "--rate",
            defaultValue = "5",
            description = "Versions of each a second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--duration", defaultValue = "PT60S", description = "How long (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Duration duration;

    @Override
    public Integer call() throws InterruptedException {
        try (FeedPublication feed = FeedPublication.open(bootstrapServers, registry)) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "publishes units %s to %s%n",
                            MadeUpUnit.number(firstUnit).key(),
                            MadeUpUnit.number(firstUnit + units - 1).key());
            spec.commandLine().getOut().flush();
            new Pace().run(feed, firstUnit, units, rate, System.currentTimeMillis() + LEAD_MILLIS, duration);
            feed.flush();
            return 0;
        }
    }
}
