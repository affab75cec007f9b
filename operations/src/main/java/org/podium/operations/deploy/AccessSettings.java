package org.podium.operations.deploy;

import io.smallrye.config.WithDefault;
import java.util.List;
import org.podium.operations.config.Meaning;

/** Whom the brokers grant what, beyond what the topic catalogue says: {@code podium.access.*}. */
public interface AccessSettings {

    @Meaning("Principals that read results as broadcasters, with commas between; each has a credential of its own")
    @WithDefault("broadcaster")
    List<String> broadcasters();

    @Meaning("What the application ids of results-streams begin with: its groups, transactions and internal topics")
    @WithDefault("podium-results-streams")
    String application();

    @Meaning("What the names of the schema registry's own topics and groups begin with")
    @WithDefault("registry-")
    String registry();
}
