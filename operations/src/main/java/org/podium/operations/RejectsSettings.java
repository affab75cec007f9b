package org.podium.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.podium.operations.config.Meaning;
import org.podium.operations.kafka.KafkaSettings;
import org.podium.operations.kafka.RegistrySettings;
import org.podium.operations.run.LogSettings;

/** Configuration of {@code podium rejects}. */
@ConfigMapping(prefix = "podium")
public interface RejectsSettings {

    KafkaSettings kafka();

    RegistrySettings registry();

    LogSettings log();

    Rejects rejects();

    /** What is asked for: {@code podium.rejects.*}. */
    interface Rejects {

        @Meaning("How far back to begin: with the first whose event an agent took since then")
        @WithDefault("1h")
        Duration since();

        @Meaning("Most that are printed of what is there; older ones are left out")
        @WithDefault("1000")
        int most();

        @Meaning("true: print those that come as well, until stopped with Ctrl-C")
        @WithDefault("false")
        boolean follow();
    }
}
