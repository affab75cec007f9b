package org.podium.lab.containers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.podium.lab.outside.Cluster;
import org.podium.lab.stack.Infrastructure;
import org.podium.lab.stack.Stack;
import org.podium.lab.stack.Venues;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.testcontainers.containers.wait.strategy.Wait;

/** The whole system, each part a container; the venues' agents stay outside, in this JVM. */
public final class ContainerStack implements Stack {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int ADMIN_PORT = 9464;
    private static final int GATEWAY_PORT = 8080;
    private static final int STOP_SECONDS = 20;

    private final Plan plan;
    private final ContainerInfrastructure infrastructure;
    private final SchemaRegistry registry;
    private String applicationId = "podium-results-streams";
    private List<VenueCode> ranked;
    private FixedPortContainer streams;
    private final FixedPortContainer gateway;
    private final Venues venues;

    private ContainerStack(Plan plan, ContainerInfrastructure infrastructure) {
        this.plan = plan;
        this.infrastructure = infrastructure;
        this.registry = new ConfluentSchemaRegistry(infrastructure.registryAddress());
        this.ranked = plan.venues();
        this.streams = createStreams();
        this.gateway = service("gateway", GATEWAY_PORT)
                .waitingFor(
                        Wait.forHttp("/v1/competitions").forPort(GATEWAY_PORT).withStartupTimeout(START_LIMIT));
        streams.start();
        gateway.start();
        Cluster cluster =
                new Cluster(infrastructure.bootstrapServers(), infrastructure.registryAddress(), Optional.empty());
        this.venues = Venues.start(plan.data(), plan.venues(), cluster::clientOf, registry);
    }

    private FixedPortContainer createStreams() {
        return service("streams", ADMIN_PORT)
                .withEnv(
                        "PODIUM_VENUES",
                        ranked.stream().map(VenueCode::toString).collect(Collectors.joining(",")))
                .withEnv("PODIUM_STREAMS_APPLICATION_ID", applicationId)
                .waitingFor(Wait.forHttp("/ready").forPort(ADMIN_PORT).withStartupTimeout(START_LIMIT));
    }

    /** Starts everything and returns when results flow. */
    public static ContainerStack start(Plan plan) {
        ContainerInfrastructure infrastructure = ContainerInfrastructure.start(plan.venues());
        try {
            return new ContainerStack(plan, infrastructure);
        } catch (RuntimeException e) {
            infrastructure.close();
            throw e;
        }
    }

    private FixedPortContainer service(String command, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PODIUM_KAFKA_BOOTSTRAP_SERVERS", ContainerInfrastructure.BROKER);
        environment.put("PODIUM_REGISTRY_ADDRESS", ContainerInfrastructure.REGISTRY);
        environment.put("PODIUM_ADMIN_HOST", "0.0.0.0");
        environment.put("PODIUM_JAVA_OPTS", "-Xmx512m");
        return new FixedPortContainer(Images.podium(), port)
                .withNetwork(infrastructure.network())
                .withCommand(command)
                .withEnv(environment);
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
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(streams.address().resolve("/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException("results-streams tells no metrics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public URI gatewayAddress() {
        return gateway.address();
    }

    @Override
    public void restartStreams() {
        streams.getDockerClient()
                .stopContainerCmd(streams.getContainerId())
                .withTimeout(STOP_SECONDS)
                .exec();
        streams.startAgain();
    }

    @Override
    public void replaceStreams(String newApplicationId) {
        applicationId = newApplicationId;
        replaceStreams();
    }

    private void replaceStreams() {
        streams.close();
        streams = createStreams();
        streams.start();
    }

    /** What is stored went with the container, and comes back from the changelogs. */
    @Override
    public void addVenue(VenueCode venue) {
        ranked = Stream.concat(ranked.stream(), Stream.of(venue)).toList();
        infrastructure.applyTopics(ranked);
        replaceStreams();
    }

    @Override
    public void close() {
        venues.close();
        registry.close();
        gateway.close();
        streams.close();
        infrastructure.close();
    }
}
