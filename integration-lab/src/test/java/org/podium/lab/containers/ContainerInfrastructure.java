package org.podium.lab.containers;

import com.github.dockerjava.api.DockerClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.podium.lab.stack.Infrastructure;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.deploy.SchemaDeployment;
import org.podium.operations.deploy.TopicDeployment;
import org.podium.operations.deploy.TopicLayout;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** A broker and a registry, each a container, on a network of their own. */
final class ContainerInfrastructure implements Infrastructure {

    /** Where containers reach the broker. */
    static final String BROKER = "broker:19092";

    /** Where containers reach the registry. */
    static final String REGISTRY = "http://registry:8080/apis/ccompat/v7";

    private static final int PARTITIONS = 4;
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int REGISTRY_PORT = 8080;

    /** A single node with the settings that decide latency, as the embedded broker has them. */
    private static final Map<String, String> SETTINGS = Map.of(
            "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
            "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1",
            "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4",
            "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0",
            "KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "500",
            "KAFKA_ADD_PARTITIONS_TO_TXN_RETRY_BACKOFF_MS", "1",
            "KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "200",
            "KAFKA_HEAP_OPTS", "-Xms512m -Xmx512m");

    private final Network network = Network.newNetwork();
    private final KafkaContainer broker;
    private final FixedPortContainer registry;

    private ContainerInfrastructure() {
        broker = new KafkaContainer(Images.kafka())
                .withNetwork(network)
                .withListener(BROKER)
                .withEnv(SETTINGS)
                .withStartupTimeout(START_LIMIT);
        registry = new FixedPortContainer(Images.registry(), REGISTRY_PORT);
        registry.withNetwork(network)
                .withNetworkAliases("registry")
                .withEnv(Map.of(
                        "JAVA_TOOL_OPTIONS", "-Xmx256m",
                        "QUARKUS_OTEL_SDK_DISABLED", "true",
                        "APICURIO_DATASOURCE_URL", "jdbc:h2:file:/tmp/schemas;WRITE_DELAY=0"))
                .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").forPort(REGISTRY_PORT))
                .withStartupTimeout(START_LIMIT);
    }

    /** Starts both, with topics and schemas. */
    static ContainerInfrastructure start(List<VenueCode> venues) {
        ContainerInfrastructure started = new ContainerInfrastructure();
        try {
            started.registry.start();
            started.broker.start();
            started.applyTopics(venues);
            try (SchemaRegistry client = new ConfluentSchemaRegistry(started.registryAddress())) {
                new SchemaDeployment(client).register(START_LIMIT);
            }
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    @Override
    public void applyTopics(List<VenueCode> venues) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            new TopicDeployment(admin, new TopicCatalogue(venues), TopicLayout.onOneBroker(PARTITIONS)).apply();
        }
    }

    Network network() {
        return network;
    }

    @Override
    public String bootstrapServers() {
        return broker.getBootstrapServers();
    }

    @Override
    public URI registryAddress() {
        return registry.address().resolve("/apis/ccompat/v7");
    }

    @Override
    public void killRegistry() {
        DockerClient engine = registry.getDockerClient();
        engine.killContainerCmd(registry.getContainerId()).exec();
    }

    @Override
    public void restartRegistry() {
        registry.startAgain();
    }

    @Override
    public void close() {
        List.of(registry, broker).forEach(GenericContainer::close);
        network.close();
    }
}
