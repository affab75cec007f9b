package org.podium.venue;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.operations.config.Configuration;
import org.podium.operations.config.ConfigurationOptions;
import org.podium.operations.run.Logs;
import picocli.CommandLine.Option;

/** The options by which a command finds Kafka and the schema registry; a picocli mixin. */
final class ClusterOptions {

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT,...", description = "Brokers of Kafka to ask first.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--registry",
            paramLabel = "URI",
            description = "Base address of the schema registry's Confluent API.")
    private @Nullable URI registry;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with configuration, such as credentials; options win over it.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One key of the configuration, such as --set podium.log.level=DEBUG; may be repeated.")
    private final Map<String, String> values = new LinkedHashMap<>();

    /** The settings that the options, the environment and the file give; logging is set up by them. */
    VenueSettings load(Map<String, String> more) {
        Map<String, String> keys = new LinkedHashMap<>(values);
        if (bootstrapServers != null) {
            keys.put("podium.kafka.bootstrap-servers", bootstrapServers);
        }
        if (registry != null) {
            keys.put("podium.registry.address", registry.toString());
        }
        keys.putAll(more);
        VenueSettings settings = Configuration.load(
                        VenueSettings.class, new ConfigurationOptions(file, keys), System.getenv(), VenueRules::broken)
                .settings();
        Logs.setUp(settings.log());
        return settings;
    }
}
