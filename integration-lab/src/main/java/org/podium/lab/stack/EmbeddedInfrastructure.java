package org.podium.lab.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.deploy.SchemaDeployment;
import org.podium.operations.deploy.TopicDeployment;
import org.podium.operations.deploy.TopicLayout;
import org.podium.operations.run.StartException;

/** A broker in this JVM and a registry as a child process. */
public final class EmbeddedInfrastructure implements Infrastructure {

    private static final Duration REGISTRY_LIMIT = Duration.ofSeconds(60);

    /** Units of an event stay on one partition; on two cores more partitions only make more tasks. */
    static final int PARTITIONS = 4;

    private final Opened opened;
    private final Broker broker;
    private Registry registry;

    private EmbeddedInfrastructure(Opened opened, Broker broker, Registry registry) {
        this.opened = opened;
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts broker and registry at the same time, on what the directory holds from before.
     *
     * @param steps told of each step that is done
     * @param onDeath told why when the broker gives up later
     * @throws StackException when a part does not start; nothing is left running then
     */
    public static EmbeddedInfrastructure start(
            DataDirectory data, List<VenueCode> venues, Consumer<String> steps, Consumer<String> onDeath)
            throws InterruptedException {
        Opened opened = new Opened();
        try (ExecutorService starting = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-", 1).factory())) {
            Future<Broker> broker = starting.submit(() -> startBroker(data, venues, steps, onDeath, opened));
            Future<Registry> registry = starting.submit(() -> startRegistry(data, steps, opened));
            try {
                return new EmbeddedInfrastructure(opened, get(broker), get(registry));
            } catch (RuntimeException | InterruptedException e) {
                starting.shutdownNow();
                opened.close();
                throw e;
            }
        }
    }

    private static Broker startBroker(
            DataDirectory data,
            List<VenueCode> venues,
            Consumer<String> steps,
            Consumer<String> onDeath,
            Opened opened) {
        Broker broker = opened.add(Broker.start(data.directory("broker"), onDeath));
        steps.accept("Kafka broker on " + broker.bootstrapServers());
        TopicCatalogue catalogue = new TopicCatalogue(venues);
        apply(catalogue, broker);
        steps.accept("%d topics applied".formatted(catalogue.all().size()));
        return broker;
    }

    private static void apply(TopicCatalogue catalogue, Broker broker) {
        try (Admin admin = Admin.create(broker.clientProperties())) {
            new TopicDeployment(admin, catalogue, TopicLayout.onOneBroker(PARTITIONS)).apply();
        }
    }

    @Override
    public void applyTopics(List<VenueCode> venues) {
        apply(new TopicCatalogue(venues), broker);
    }

    private static Registry startRegistry(DataDirectory data, Consumer<String> steps, Opened opened) {
        Registry registry = opened.add(Registry.start(
                data.directory("registry"), data.directory("logs").resolve("schema-registry.log")));
        steps.accept("schema registry at " + registry.address());
        try (SchemaRegistry client = new ConfluentSchemaRegistry(registry.address())) {
            int schemas = new SchemaDeployment(client).register(REGISTRY_LIMIT).size();
            steps.accept("%d schemas registered".formatted(schemas));
        }
        return registry;
    }

    /** What a part came to; a failure that somebody can do something about is explained, any other is a bug. */
    static <T> T get(Future<T> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackException known) {
                throw known;
            }
            throw StartException.explain(e)
                    .<RuntimeException>map(explained -> new StackException(String.valueOf(explained.getMessage()), e))
                    .orElseGet(() -> new IllegalStateException("A part did not start", e.getCause()));
        }
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public URI registryAddress() {
        return registry.address();
    }

    @Override
    public void killRegistry() {
        registry.kill();
    }

    @Override
    public void restartRegistry() {
        registry = opened.add(registry.restarted());
    }

    @Override
    public void close() {
        opened.close();
    }
}
