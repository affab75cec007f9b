package org.podium.lab.stack;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.podium.model.id.VenueCode;

/** The broker with its topics and the registry with its schemas: what services find when they start. */
public interface Infrastructure extends AutoCloseable {

    /**
     * Starts broker and registry at the same time, on what the directory holds from before.
     *
     * @param steps told of each step that is done
     * @param onDeath told why when the broker gives up later
     * @throws StackException when a part does not start; nothing is left running then
     */
    static Infrastructure start(
            DataDirectory data, List<VenueCode> venues, Consumer<String> steps, Consumer<String> onDeath)
            throws InterruptedException {
        return EmbeddedInfrastructure.start(data, venues, steps, onDeath);
    }

    /** Address of the broker for clients. */
    String bootstrapServers();

    /** Base address of the registry's Confluent API. */
    URI registryAddress();

    /** Applies the topics of a deployment with these venues; what is there stays. */
    void applyTopics(List<VenueCode> venues);

    /** Ends the registry as a power cut does. */
    void killRegistry();

    /** Starts the registry again that was killed, at the same address, with the same schemas. */
    void restartRegistry();

    @Override
    void close();
}
