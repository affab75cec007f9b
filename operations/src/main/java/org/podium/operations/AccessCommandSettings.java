package org.podium.operations;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import org.podium.model.id.VenueCode;
import org.podium.operations.config.Meaning;
import org.podium.operations.deploy.AccessSettings;
import org.podium.operations.kafka.KafkaSettings;
import org.podium.operations.run.LogSettings;

/** Configuration of {@code podium access}. */
@ConfigMapping(prefix = "podium")
public interface AccessCommandSettings {

    KafkaSettings kafka();

    AccessSettings access();

    LogSettings log();

    @Meaning("Codes of the venues, separated by commas; each has a credential of its own")
    List<VenueCode> venues();
}
