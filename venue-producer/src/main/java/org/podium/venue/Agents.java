package org.podium.venue;

import java.util.function.LongConsumer;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.Topic;
import org.podium.operations.kafka.ClientProperties;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.StartException;
import org.podium.venue.intake.Desk;
import org.podium.venue.publish.VenueAgent;
import org.podium.venue.spool.SpoolException;
import org.podium.venue.spool.SpoolSettings;

/** Starts agents from the settings. */
final class Agents {

    private Agents() {}

    /** The agent of whoever speaks. The registry is needed for the start alone. */
    static VenueAgent start(VenueSettings settings, VenueCode speaker, LongConsumer onAcknowledged) {
        Topic topic = Desk.topicOf(speaker);
        SpoolSettings spool = VenueSettings.spool(settings.venue(), speaker, topic.name());
        try (SchemaRegistry registry =
                new ConfluentSchemaRegistry(settings.registry().address())) {
            return VenueAgent.start(
                    topic,
                    new ClientProperties(settings.kafka()).producer("venue-" + speaker),
                    spool,
                    registry,
                    onAcknowledged);
        } catch (SpoolException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }
}
