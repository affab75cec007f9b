package org.podium.lab.stack;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Map;
import org.podium.operations.config.Configuration;
import org.podium.operations.config.ConfigurationOptions;
import org.podium.operations.kafka.KafkaSettings;
import org.podium.operations.kafka.RegistrySettings;

/** Where the stack's broker and registry are, as services are told of it. Everything else is at its default. */
@ConfigMapping(prefix = "podium")
public interface LabSettings {

    KafkaSettings kafka();

    RegistrySettings registry();

    /** Keys of every service of a stack. */
    static Map<String, String> keys(String bootstrapServers, URI registry) {
        return Map.of(
                "podium.kafka.bootstrap-servers", bootstrapServers, "podium.registry.address", registry.toString());
    }

    /** Settings of a type from keys alone: neither a file nor this machine's environment has a say. */
    static <T> T load(Class<T> type, Map<String, String> keys) {
        return Configuration.load(type, new ConfigurationOptions(null, keys), Map.of())
                .settings();
    }
}
