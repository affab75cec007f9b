package org.podium.operations.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.podium.operations.config.Meaning;
import org.podium.operations.endpoint.EndpointSettings;
import org.podium.operations.kafka.KafkaSettings;
import org.podium.operations.kafka.RegistrySettings;
import org.podium.operations.run.LogSettings;

/** Configuration of {@code podium watch}. */
@ConfigMapping(prefix = "podium")
public interface WatchSettings {

    KafkaSettings kafka();

    RegistrySettings registry();

    EndpointSettings admin();

    LogSettings log();

    Watch watch();

    /** What is the watch's own: {@code podium.watch.*}. */
    interface Watch {

        @Meaning("How often the cluster is looked at")
        @WithDefault("5s")
        Duration interval();

        @Meaning("Application id of results-streams, whose lag is told")
        @WithDefault("podium-results-streams")
        String group();

        @Meaning("Directory of the certificates whose age is told: files that end in .crt or .pem, without keys")
        Optional<Path> certificates();
    }
}
