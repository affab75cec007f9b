package org.podium.operations.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The two options by which a command line configures a service; a picocli mixin. */
public final class ConfigurationOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with configuration; the environment and --set win over it.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One key of the configuration, such as --set podium.log.level=DEBUG; may be repeated.")
    private final Map<String, String> values = new LinkedHashMap<>();

    /** No options: the configuration is what the environment says. */
    public ConfigurationOptions() {}

    /** As if given on a command line. */
    public ConfigurationOptions(@Nullable Path file, Map<String, String> values) {
        this.file = file;
        this.values.putAll(values);
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    Map<String, String> values() {
        return values;
    }
}
