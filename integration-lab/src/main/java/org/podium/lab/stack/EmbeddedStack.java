package org.podium.lab.stack;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.podium.gateway.GatewaySettings;
import org.podium.gateway.ResultsGateway;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.operations.endpoint.Meters;
import org.podium.operations.kafka.ClientProperties;
import org.podium.streams.ResultsStreams;
import org.podium.streams.StreamsSettings;

/**
 * The whole system in this JVM, but for the schema registry, which is a child process.
 *
 * <pre>
 *   broker ──► topics ───┐           ┌─► results-streams ─┐
 *                        ├─► both ───┼─► app-gateway ─────┼─► ready
 *   registry ► schemas ──┘           └─► venue agents ────┘
 * </pre>
 */
final class EmbeddedStack implements Stack {

    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 20;

    private final Plan plan;
    private final Opened opened;
    private final EmbeddedInfrastructure infrastructure;
    private final SchemaRegistry registry;
    private final Map<String, String> keys;
    private String applicationId = "podium-results-streams";
    private List<VenueCode> ranked;
    private ResultsStreams streams;
    private Meters streamsMeters;
    private final ResultsGateway gateway;
    private final Venues venues;

    private EmbeddedStack(Plan plan, Opened opened, EmbeddedInfrastructure infrastructure, Consumer<String> steps)
            throws InterruptedException {
        this.plan = plan;
        this.ranked = plan.venues();
        this.opened = opened;
        this.infrastructure = infrastructure;
        this.registry = opened.add(new ConfluentSchemaRegistry(infrastructure.registryAddress()));
        this.keys = LabSettings.keys(infrastructure.bootstrapServers(), infrastructure.registryAddress());
        try (ExecutorService starting = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-", 1).factory())) {
            Future<ResultsGateway> startedGateway = starting.submit(() -> startGateway(steps));
            Future<Venues> startedVenues = starting.submit(() -> startVenues(steps));
            try {
                this.streamsMeters = opened.add(new Meters("streams"));
                this.streams = startStreams();
                steps.accept("results-streams running");
                this.gateway = EmbeddedInfrastructure.get(startedGateway);
                this.venues = EmbeddedInfrastructure.get(startedVenues);
            } catch (RuntimeException | InterruptedException e) {
                starting.shutdownNow();
                throw e;
            }
        }
    }

    /**
     * Starts everything, as much of it as possible at the same time, and returns when results flow.
     *
     * @param steps told of each step that is done
     * @param onDeath told why when a part gives up later
     * @throws StackException when a part does not start; nothing is left running then
     */
    static EmbeddedStack start(Plan plan, Consumer<String> steps, Consumer<String> onDeath)
            throws InterruptedException {
        Opened opened = new Opened();
        try {
            EmbeddedInfrastructure infrastructure =
                    opened.add(EmbeddedInfrastructure.start(plan.data(), plan.venues(), steps, onDeath));
            return new EmbeddedStack(plan, opened, infrastructure, steps);
        } catch (RuntimeException | InterruptedException e) {
            opened.close();
            throw e;
        }
    }

    private ResultsStreams startStreams() throws InterruptedException {
        Map<String, String> own = new HashMap<>(keys);
        own.put("podium.venues", ranked.stream().map(VenueCode::toString).collect(Collectors.joining(",")));
        own.put("podium.streams.application-id", applicationId);
        own.put("podium.streams.dry-run", "0s");
        own.put("podium.streams.state-dir", plan.data().directory("streams").toString());
        ResultsStreams started =
                opened.add(new ResultsStreams(LabSettings.load(StreamsSettings.class, own), streamsMeters.registry()));
        started.start();
        await("results-streams", started::ready);
        return started;
    }

    private ResultsGateway startGateway(Consumer<String> steps) throws InterruptedException {
        Map<String, String> own = new HashMap<>(keys);
        own.put("podium.gateway.port", Integer.toString(plan.port()));
        Meters meters = opened.add(new Meters("gateway"));
        ResultsGateway started =
                opened.add(new ResultsGateway(LabSettings.load(GatewaySettings.class, own), meters.registry()));
        started.start();
        await("app-gateway", started::ready);
        steps.accept("app-gateway on port " + started.port());
        return started;
    }

    private Venues startVenues(Consumer<String> steps) {
        ClientProperties client =
                new ClientProperties(LabSettings.load(LabSettings.class, keys).kafka());
        Venues started = opened.add(Venues.start(plan.data(), plan.venues(), client, registry));
        steps.accept("%d venue agents running".formatted(plan.venues().size()));
        return started;
    }

    private static void await(String part, BooleanSupplier ready) throws InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new StackException("%s was not ready within %d s; its log is in the data directory's logs"
                        .formatted(part, READY_LIMIT.toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    @Override
    public void restartStreams() throws InterruptedException {
        streams.close();
        streamsMeters = opened.add(new Meters("streams"));
        streams = startStreams();
    }

    @Override
    public void replaceStreams(String newApplicationId) throws InterruptedException {
        applicationId = newApplicationId;
        restartStreams();
    }

    @Override
    public void addVenue(VenueCode venue) throws InterruptedException {
        ranked = Stream.concat(ranked.stream(), Stream.of(venue)).toList();
        infrastructure.applyTopics(ranked);
        restartStreams();
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Infrastructure infrastructure() {
        return infrastructure;
    }

    @Override
    public SchemaRegistry registry() {
        return registry;
    }

    @Override
    public Venues venues() {
        return venues;
    }

    @Override
    public String streamsMetrics() {
        return streamsMeters.scrape();
    }

    @Override
    public URI gatewayAddress() {
        return URI.create("http://localhost:" + gateway.port() + "/");
    }

    @Override
    public void close() {
        opened.close();
    }
}
