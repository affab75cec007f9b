package org.podium.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import org.podium.model.id.VenueCode;
import org.podium.operations.config.Meaning;

/** Configuration of {@code podium deploy}: that of the steps it is made of. */
@ConfigMapping(prefix = "podium")
public interface DeploySettings extends TopicsSettings, AccessCommandSettings, SchemasSettings {

    @Override
    @Meaning("Codes of the venues, separated by commas; each has a topic and a credential of its own")
    List<VenueCode> venues();

    Deploy deploy();

    /** What is the step's own: {@code podium.deploy.*}. */
    interface Deploy {

        @Meaning("How long brokers and schema registry may take to start")
        @WithDefault("5m")
        Duration patience();
    }
}
