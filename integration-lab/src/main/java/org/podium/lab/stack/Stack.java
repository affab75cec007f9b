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
 * The whole system, running: infrastructure, results-streams, a gateway, and one agent a venue.
 *
 * <pre>
 *   broker ──► topics ───┐           ┌─► results-streams ─┐
 *                        ├─► both ───┼─► app-gateway ─────┼─► ready
 *   registry ► schemas ──┘           └─► venue agents ────┘
 * </pre>
 */
public final class Stack implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 20;

    private final Plan plan;
    private final Opened opened;
    private final Infrastructure infrastructure;
    private final SchemaRegistry registry;
    private final Map<String, String> keys;
    private ResultsStreams streams;
    private Meters streamsMeters;
    private final ResultsGateway gateway;
    private final Venues venues;

    /**
     * What is to be started.
     *
     * @param data where everything is kept
     * @param venues which venues there are
     * @param port of the gateway; 0 for a free one
     */
    public record Plan(DataDirectory data, List<VenueCode> venues, int port) {

        public Plan {
            venues = List.copyOf(venues);
        }
    }

    private Stack(Plan plan, Opened opened, Infrastructure infrastructure, Consumer<String> steps)
            throws InterruptedException {
        this.plan = plan;
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
                this.gateway = Infrastructure.get(startedGateway);
                this.venues = Infrastructure.get(startedVenues);
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
    public static Stack start(Plan plan, Consumer<String> steps, Consumer<String> onDeath) throws InterruptedException {
        Opened opened = new Opened();
        try {
            Infrastructure infrastructure =
                    opened.add(Infrastructure.start(plan.data(), plan.venues(), steps, onDeath));
            return new Stack(plan, opened, infrastructure, steps);
        } catch (RuntimeException | InterruptedException e) {
            opened.close();
            throw e;
        }
    }

    private ResultsStreams startStreams() throws InterruptedException {
        Map<String, String> own = new HashMap<>(keys);
        own.put("podium.venues", plan.venues().stream().map(VenueCode::toString).collect(Collectors.joining(",")));
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

    /** Stops results-streams and starts it again, on the state that it left. */
    public void restartStreams() throws InterruptedException {
        streams.close();
        streamsMeters = opened.add(new Meters("streams"));
        streams = startStreams();
    }

    /** What was started. */
    public Plan plan() {
        return plan;
    }

    /** Broker and registry. */
    public Infrastructure infrastructure() {
        return infrastructure;
    }

    /** A client of the registry, for whoever reads or writes topics beside the services. */
    public SchemaRegistry registry() {
        return registry;
    }

    /** The agents of the venues. */
    public Venues venues() {
        return venues;
    }

    /** Metrics of results-streams in Prometheus' text format. */
    public String streamsMetrics() {
        return streamsMeters.scrape();
    }

    /** Address of the gateway, where the live page is. */
    public URI gatewayAddress() {
        return URI.create("http://localhost:" + gateway.port() + "/");
    }

    @Override
    public void close() {
        opened.close();
    }
}
