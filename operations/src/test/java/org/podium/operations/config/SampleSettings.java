package org.podium.operations.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of a service that never was. */
@ConfigMapping(prefix = "podium")
public interface SampleSettings {

    @Meaning("Codes of the venues")
    List<String> venues();

    Streams streams();

    /** {@code podium.streams.*}. */
    interface Streams {

        @Meaning("How often a transaction is committed")
        @WithDefault("10ms")
        Duration commitInterval();

        @Meaning("Where it listens")
        @WithDefault("9464")
        Port port();

        @Meaning("Most bytes remembered")
        @WithDefault("64MiB")
        ByteSize bytes();

        @Meaning("File with properties of a client")
        Optional<String> clientFile();

        @Meaning(value = "Any property of a client", secret = true)
        Map<String, String> client();
    }
}
