package org.podium.lab.outside;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.podium.lab.stack.StackException;
import org.podium.model.topic.Party;
import org.podium.operations.config.Configuration;
import org.podium.operations.config.ConfigurationOptions;
import org.podium.operations.kafka.ClientProperties;
import org.podium.operations.kafka.KafkaSettings;

/**
 * A cluster that is there already.
 *
 * @param brokers addresses to ask first, {@code HOST:PORT}, with commas between
 * @param registry base address of the registry's Confluent API
 * @param credentials directory with {@code PRINCIPAL.properties} for each principal; empty for a cluster that lets
 *     everybody in
 */
public record Cluster(String brokers, URI registry, Optional<Path> credentials) {

    @ConfigMapping(prefix = "podium")
    interface Settings {
        KafkaSettings kafka();
    }

    /**
     * What clients of this party have.
     *
     * @throws StackException when its credential is missing
     */
    public ClientProperties clientOf(Party party) {
        Map<String, String> keys = new HashMap<>(Map.of("podium.kafka.bootstrap-servers", brokers));
        credentials.ifPresent(directory -> {
            Path file = directory.resolve(party.principal() + ".properties");
            if (!Files.isReadable(file)) {
                throw new StackException(
                        "There is no credential %s; docker/prepare makes those of a deployment".formatted(file));
            }
            keys.put("podium.kafka.client-file", file.toString());
        });
        return new ClientProperties(Configuration.load(Settings.class, new ConfigurationOptions(null, keys), Map.of())
                .settings()
                .kafka());
    }
}
