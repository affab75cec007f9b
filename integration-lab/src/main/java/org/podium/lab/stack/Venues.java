package org.podium.lab.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.Party;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.operations.kafka.ClientProperties;
import org.podium.venue.publish.DefinitionPublisher;
import org.podium.venue.publish.TakeOutcome;
import org.podium.venue.publish.VenueAgent;
import org.podium.venue.spool.SpoolSettings;
import org.podium.venue.spool.Sync;

/** One agent a venue, one for the results desk, and the organiser who publishes definitions of units and events. */
public final class Venues implements AutoCloseable {

    /** Code that events of the results desk carry in the place of a venue's. */
    public static final String DESK = "DESK";

    private static final long SPOOL_BYTES = 256L << 20;
    private static final Duration FLUSH_LIMIT = Duration.ofSeconds(10);

    private final Map<String, VenueAgent> agents = new HashMap<>();
    private final DefinitionPublisher organiser;

    private Venues(DefinitionPublisher organiser) {
        this.organiser = organiser;
    }

    /** All of them with the same client, on a cluster that lets everybody in. */
    public static Venues start(
            DataDirectory data, List<VenueCode> codes, ClientProperties client, SchemaRegistry registry) {
        return start(data, codes, party -> client, registry);
    }

    /** Each with the client of its own party. */
    public static Venues start(
            DataDirectory data,
            List<VenueCode> codes,
            Function<Party, ClientProperties> clients,
            SchemaRegistry registry) {
        ClientProperties organiser = clients.apply(Party.ORGANISER);
        Venues venues = new Venues(DefinitionPublisher.open(organiser.producer("organiser"), registry));
        for (VenueCode code : codes) {
            Topic topic = TopicCatalogue.venueEvents(code);
            venues.add(code.toString(), topic, data, clients.apply(topic.writtenBy()), registry);
        }
        venues.add(DESK, TopicCatalogue.DESK_EVENTS, data, clients.apply(Party.DESK), registry);
        return venues;
    }

    private void add(String code, Topic topic, DataDirectory data, ClientProperties client, SchemaRegistry registry) {
        SpoolSettings spool = new SpoolSettings(
                data.directory("venues").resolve(code), topic.name(), SPOOL_BYTES, Sync.OPERATING_SYSTEM);
        agents.put(code, VenueAgent.start(topic, client.producer("venue-" + code), spool, registry, count -> {}));
    }

    /** Publishes definitions of units; returns when the broker has them. */
    public void define(List<UnitDefinition> definitions) throws InterruptedException {
        organiser.publish(definitions);
    }

    /** Publishes definitions of events; returns when the broker has them. */
    public void organise(List<EventDefinition> definitions) throws InterruptedException {
        organiser.publishEvents(definitions);
    }

    /** Hands an event to the agent of the venue that it names. */
    public TakeOutcome take(VenueEvent event) {
        VenueAgent agent = agents.get(event.getVenue());
        if (agent == null) {
            throw new StackException("There is no venue " + event.getVenue() + " in this stack");
        }
        return agent.take(event);
    }

    /** Waits until the broker has everything that was taken; false when it has not in time. */
    public boolean flush() throws InterruptedException {
        for (VenueAgent agent : agents.values()) {
            if (!agent.flush(FLUSH_LIMIT)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        agents.values().forEach(VenueAgent::close);
        organiser.close();
    }
}
