package org.podium.operations.kafka;

import io.smallrye.config.WithDefault;
import java.net.URI;
import org.podium.operations.config.Meaning;

/** Where the schema registry is: {@code podium.registry.*}. */
public interface RegistrySettings {

    @Meaning("Base address of the schema registry's Confluent API")
    @WithDefault("http://localhost:8081/apis/ccompat/v7")
    URI address();
}
