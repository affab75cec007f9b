package org.podium.lab.stack;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.SchemaRegistry;

/** The whole system, running: infrastructure, results-streams, a gateway, and one agent a venue. */
public interface Stack extends AutoCloseable {

    /**
     * What is to be started.
     *
     * @param data where everything is kept
     * @param venues which venues there are
     * @param port of the gateway; 0 for a free one
     */
    record Plan(DataDirectory data, List<VenueCode> venues, int port) {

        public Plan {
            venues = List.copyOf(venues);
        }
    }

    /**
     * Starts everything in this JVM, as much of it as possible at the same time, and returns when results flow.
     *
     * @param steps told of each step that is done
     * @param onDeath told why when a part gives up later
     * @throws StackException when a part does not start; nothing is left running then
     */
    static Stack start(Plan plan, Consumer<String> steps, Consumer<String> onDeath) throws InterruptedException {
        return EmbeddedStack.start(plan, steps, onDeath);
    }

    /** What was started. */
    Plan plan();

    /** Broker and registry. */
    Infrastructure infrastructure();

    /** A client of the registry, for whoever reads or writes topics beside the services. */
    SchemaRegistry registry();

    /** The agents of the venues. */
    Venues venues();

    /** Metrics of results-streams in Prometheus' text format. */
    String streamsMetrics();

    /** Address of the gateway, where the live page is. */
    URI gatewayAddress();

    /** Stops results-streams and starts it again, on the state that it left. */
    void restartStreams() throws InterruptedException;

    /**
     * Stops results-streams and starts it under another id, with state of its own: it computes everything anew, as
     * after a change of the topology that would strand what is stored.
     */
    void replaceStreams(String applicationId) throws InterruptedException;

    /**
     * Adds a venue: its topic, and results-streams stopped and started again with a topology that reads it, on what the
     * one before has stored. No agent is started for it.
     */
    void addVenue(VenueCode venue) throws InterruptedException;

    @Override
    void close();
}
