package org.podium.venue;

import java.util.function.LongConsumer;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
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
        return start(settings, Desk.topicOf(speaker), "venue-" + speaker, speaker.toString(), onAcknowledged);
    }

    /**
     * An agent that sends a venue's events once more, behind all that is live.
     *
     * @throws StartException when it is to speak for the desk
     */
    static VenueAgent startReplay(VenueSettings settings, VenueCode venue, LongConsumer onAcknowledged) {
        if (venue.equals(Desk.CODE)) {
            throw new StartException(
                    ExitCode.USAGE,
                    "What the desk says is not replayed: desk.events keeps it for ten years. Send it without --replay");
        }
        String name = "replay-" + venue;
        return start(settings, TopicCatalogue.REPLAY_EVENTS, name, name, onAcknowledged);
    }

    private static VenueAgent start(
            VenueSettings settings, Topic topic, String clientId, String spoolName, LongConsumer onAcknowledged) {
        SpoolSettings spool = VenueSettings.spool(settings.venue(), spoolName, topic.name());
        try (SchemaRegistry registry =
                new ConfluentSchemaRegistry(settings.registry().address())) {
            return VenueAgent.start(
                    topic, new ClientProperties(settings.kafka()).producer(clientId), spool, registry, onAcknowledged);
        } catch (SpoolException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }
}
