package org.podium.operations;

import io.smallrye.config.ConfigMapping;
import org.podium.operations.kafka.RegistrySettings;
import org.podium.operations.run.LogSettings;

/** Configuration of {@code podium schemas}. */
@ConfigMapping(prefix = "podium")
public interface SchemasSettings {

    RegistrySettings registry();

    LogSettings log();
}
