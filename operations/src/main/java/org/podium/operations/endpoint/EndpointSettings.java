package org.podium.operations.endpoint;

import io.smallrye.config.WithDefault;
import org.podium.operations.config.Meaning;
import org.podium.operations.config.Port;

/** The endpoint for operation: {@code podium.admin.*}. */
public interface EndpointSettings {

    @Meaning("Address that /health, /ready and /metrics listen on; they are not for the public")
    @WithDefault("127.0.0.1")
    String host();

    @Meaning("Port of /health, /ready and /metrics; 0 lets the system choose")
    @WithDefault("9464")
    Port port();
}
