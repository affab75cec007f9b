package org.podium.lab.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.FreePorts;
import org.podium.lab.stack.LabSettings;
import org.podium.lab.stack.Registry;
import org.podium.lab.stack.StackException;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.deploy.SchemaDeployment;
import org.podium.operations.deploy.TopicDeployment;
import org.podium.operations.deploy.TopicLayout;
import org.podium.operations.kafka.ClientProperties;

/**
 * A deployment on one machine: controllers, brokers, a schema registry, instances of results-streams and gateways, each
 * a process of its own.
 *
 * <pre>
 *   controllers, brokers ──► topics ──┐
 *                                     ├──► results-streams, gateways ──► ready
 *   registry ──────────► schemas ─────┘
 * </pre>
 */
public final class Cluster implements AutoCloseable {

    /** So that each of two instances ranks half of the units. */
    static final int PARTITIONS = 2;

    private static final String APPLICATION = "podium-results-streams";
    private static final Duration FORM_LIMIT = Duration.ofSeconds(90);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 100;

    private final Setup setup;
    private final DataDirectory data;
    private final Archives archives;
    private final List<VenueCode> venues;
    private final KafkaNodes nodes;
    private final List<Member> members = new ArrayList<>();
    private final List<URI> gateways = new ArrayList<>();
    private final int registryPort;
    private final Admin admin;

    private Cluster(Setup setup, DataDirectory data, Archives archives, List<VenueCode> venues)
            throws InterruptedException {
        this.setup = setup;
        this.data = data;
        this.archives = archives;
        this.venues = List.copyOf(venues);
        this.nodes = new KafkaNodes(data, archives, setup);
        this.registryPort = FreePorts.findOne();
        this.admin = Admin.create(clients(Map.of()).admin("cluster"));
    }

    /**
     * Starts everything, as much of it as possible at the same time, and returns when every process is ready.
     *
     * @param steps told of each step that is done
     * @throws StackException when a process does not start; nothing is left running then
     */
    public static Cluster start(
            Setup setup, DataDirectory data, Archives archives, List<VenueCode> venues, Consumer<String> steps)
            throws InterruptedException {
        Cluster cluster = new Cluster(setup, data, archives, venues);
        try {
            cluster.startInfrastructure(steps);
            cluster.startServices(steps);
            return cluster;
        } catch (RuntimeException | InterruptedException e) {
            cluster.close();
            throw e;
        }
    }

    private void startInfrastructure(Consumer<String> steps) throws InterruptedException {
        members.addAll(nodes.controllers());
        members.addAll(nodes.brokers());
        Member registry = registry();
        members.add(registry);
        members.forEach(Member::start);
        try (ExecutorService starting = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-", 1).factory())) {
            Future<?> topics = starting.submit(() -> applyTopics(steps));
            Future<?> schemas = starting.submit(() -> registerSchemas(registry, steps));
            get(topics);
            get(schemas);
        }
    }

    private Void applyTopics(Consumer<String> steps) throws InterruptedException {
        for (Member broker : members(Kind.BROKER)) {
            broker.awaitReady();
        }
        await(
                "all brokers are in the cluster",
                () -> admin.describeCluster().nodes(),
                found -> found.size() == setup.nodes());
        steps.accept("controllers: %d, brokers: %d, on %s".formatted(setup.nodes(), setup.nodes(), bootstrapServers()));
        TopicCatalogue catalogue = new TopicCatalogue(venues);
        new TopicDeployment(admin, catalogue, new TopicLayout(PARTITIONS, (short) setup.nodes(), setup.leastCopies()))
                .apply();
        steps.accept("%d topics applied".formatted(catalogue.all().size()));
        return null;
    }

    private Void registerSchemas(Member registry, Consumer<String> steps) throws InterruptedException {
        registry.awaitReady();
        try (SchemaRegistry client = new ConfluentSchemaRegistry(registryAddress())) {
            int schemas = new SchemaDeployment(client).register(FORM_LIMIT).size();
            steps.accept("schema registry at %s, %d schemas registered".formatted(registryAddress(), schemas));
        }
        return null;
    }

    private void startServices(Consumer<String> steps) throws InterruptedException {
        List<Member> services = new ArrayList<>();
        for (int number = 1; number <= setup.instances(); number++) {
            services.add(service(
                    Kind.STREAMS,
                    number,
                    "org.podium.streams.StreamsMain",
                    setup.tuning().streams(),
                    "podium.venues=" + venues.stream().map(VenueCode::toString).collect(Collectors.joining(",")),
                    "podium.streams.application-id=" + APPLICATION,
                    "podium.streams.state-dir=" + data.directory("streams-" + number)));
            int port = FreePorts.findOne();
            gateways.add(URI.create("http://127.0.0.1:%d/".formatted(port)));
            services.add(service(
                    Kind.GATEWAY,
                    number,
                    "org.podium.gateway.GatewayMain",
                    List.of(),
                    "podium.gateway.host=127.0.0.1",
                    "podium.gateway.port=" + port,
                    // A gateway that is paused is noticed by its clients within one and a half of these, and
                    // one that died is left for the other at once: here are four clients, not ten thousand.
                    "podium.gateway.streams.heartbeat=700ms",
                    "podium.gateway.streams.retry=100ms",
                    "podium.gateway.streams.retry-spread=200ms"));
        }
        members.addAll(services);
        services.forEach(Member::start);
        for (Member service : services) {
            service.awaitReady();
        }
        steps.accept("results-streams: %d, gateways: %d, running".formatted(setup.instances(), setup.instances()));
    }

    private Member service(Kind kind, int number, String main, List<String> tuned, String... own) {
        int port = FreePorts.findOne();
        List<String> arguments = new ArrayList<>();
        LabSettings.keys(bootstrapServers(), registryAddress())
                .forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        arguments.addAll(List.of("--set", "podium.admin.port=" + port));
        Stream.concat(tuned.stream(), Stream.of(own)).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return new Member(
                kind,
                number,
                URI.create("http://127.0.0.1:%d/ready".formatted(port)),
                Jvm.command(
                        setup.tuning(),
                        setup.tuning().serviceHeapMiB(),
                        archives.options(kind, number),
                        main,
                        arguments),
                null,
                data.directory("logs").resolve("%s-%d.log".formatted(kind, number)));
    }

    private Member registry() {
        return new Member(
                Kind.REGISTRY,
                1,
                URI.create(registryAddress() + "/subjects"),
                Registry.command(data.directory("registry"), registryPort),
                null,
                data.directory("logs").resolve("registry-1.log"));
    }

    /** Addresses of Kafka for clients, separated by commas. */
    public String bootstrapServers() {
        return nodes.bootstrapServers();
    }

    /** Base address of the registry's Confluent API. */
    public URI registryAddress() {
        return URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(registryPort));
    }

    /** Addresses of the gateways, in the order of their numbers. */
    public List<URI> gateways() {
        return List.copyOf(gateways);
    }

    /** What the agents of venues reach Kafka with. */
    public ClientProperties venueClients() {
        return clients(setup.tuning().venues());
    }

    private ClientProperties clients(Map<String, String> own) {
        Map<String, String> keys = new HashMap<>(LabSettings.keys(bootstrapServers(), registryAddress()));
        keys.putAll(own);
        return new ClientProperties(LabSettings.load(LabSettings.class, keys).kafka());
    }

    /** Processes of a kind, in the order of their numbers. */
    public List<Member> members(Kind kind) {
        return members.stream().filter(member -> member.kind() == kind).toList();
    }

    /** All processes. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    /** Where an instance of results-streams keeps its state. */
    public Path stateOf(Member streams) {
        return data.directory(streams.toString());
    }

    /** The controller that leads the others now. */
    public Member activeController() throws InterruptedException {
        int leader = get(admin.describeMetadataQuorum().quorumInfo()).leaderId();
        return members(Kind.CONTROLLER).get(KafkaNodes.numberOfController(leader) - 1);
    }

    /** The broker that leads the partition of a topic now. */
    public Member leaderOf(String topic, int partition) throws InterruptedException {
        TopicDescription description = Objects.requireNonNull(
                get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
        int leader = description.partitions().get(partition).leader().id();
        return members(Kind.BROKER).get(leader - 1);
    }

    /** The instance of results-streams that works on the partition of a topic now. */
    public Member instanceOf(String topic, int partition) throws InterruptedException {
        ConsumerGroupDescription group = Objects.requireNonNull(
                get(admin.describeConsumerGroups(List.of(APPLICATION)).all()).get(APPLICATION));
        String client = group.members().stream()
                .filter(member -> member.assignment().topicPartitions().contains(new TopicPartition(topic, partition)))
                .map(MemberDescription::clientId)
                .findFirst()
                .orElseThrow();
        return members(Kind.STREAMS).stream()
                .filter(member -> client.startsWith(APPLICATION + "-" + processOf(member)))
                .findFirst()
                .orElseThrow();
    }

    /** The id that Kafka Streams gives a process that keeps its state where this one does. */
    private String processOf(Member streams) {
        Path file = stateOf(streams).resolve(APPLICATION).resolve("kafka-streams-process-metadata");
        try {
            return new ObjectMapper().readTree(file.toFile()).path("processId").asText();
        } catch (IOException e) {
            throw new StackException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Waits until every process is ready, every partition has all copies that it should have, in sync, and every
     * instance of results-streams works on what venues send: one that comes back first catches up with its stores.
     */
    public void awaitRedundancy() throws InterruptedException {
        for (Member member : members) {
            member.awaitReady();
        }
        await(
                "all partitions have %d copies, all of them in sync".formatted(setup.nodes()),
                () -> admin.describeTopics(get(admin.listTopics(new ListTopicsOptions().listInternal(true))
                                .names()))
                        .allTopicNames(),
                this::allInSync);
        await(
                "every instance of results-streams has its share of the work",
                () -> admin.describeConsumerGroups(List.of(APPLICATION)).all(),
                groups -> haveTheirShare(Objects.requireNonNull(groups.get(APPLICATION))));
    }

    private boolean haveTheirShare(ConsumerGroupDescription group) {
        Set<String> topics = venues.stream()
                .map(venue -> TopicCatalogue.venueEvents(venue).name())
                .collect(Collectors.toUnmodifiableSet());
        long working = group.members().stream()
                .filter(member -> member.assignment().topicPartitions().stream()
                        .anyMatch(partition -> topics.contains(partition.topic())))
                .count();
        return working == members(Kind.STREAMS).size();
    }

    private boolean allInSync(Map<String, TopicDescription> topics) {
        return topics.values().stream()
                .map(TopicDescription::partitions)
                .flatMap(Collection::stream)
                .allMatch(partition -> partition.replicas().size() == setup.nodes()
                        && partition.isr().size() == setup.nodes());
    }

    private static <T> void await(String what, Question<T> question, Predicate<T> answer) throws InterruptedException {
        long deadline = System.nanoTime() + FORM_LIMIT.toNanos();
        while (!isTrue(question, answer)) {
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        "It did not become true within %d s that %s".formatted(FORM_LIMIT.toSeconds(), what));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static <T> boolean isTrue(Question<T> question, Predicate<T> answer) throws InterruptedException {
        try {
            return answer.test(get(question.ask()));
        } catch (KafkaException e) {
            return false;
        }
    }

    /** Something that Kafka is asked. */
    @FunctionalInterface
    private interface Question<T> {
        KafkaFuture<T> ask() throws InterruptedException;
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka did not answer", e);
        }
    }

    private static <T> T get(Future<T> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackException known
                    ? known
                    : new IllegalStateException("A part did not start", e.getCause());
        }
    }

    /**
     * Asks every process to end: services first, which commit what they have begun, then brokers, and controllers when
     * no broker serves any more, since a broker asks them for leave.
     *
     * @param atMost for each process
     * @return false when one had to be killed
     */
    public boolean stop(Duration atMost) throws InterruptedException {
        List<Future<Boolean>> stops = new ArrayList<>();
        try (ExecutorService stopping = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("stop-", 1).factory())) {
            stops.addAll(stopsOf(stopping, atMost, Kind.STREAMS, Kind.GATEWAY, Kind.REGISTRY));
            for (Future<Boolean> stop : stops) {
                get(stop);
            }
            stops.addAll(stopsOf(stopping, atMost, Kind.BROKER));
            for (Member broker : members(Kind.BROKER)) {
                while (broker.ready()) {
                    TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                }
            }
            stops.addAll(stopsOf(stopping, atMost, Kind.CONTROLLER));
            boolean all = true;
            for (Future<Boolean> stop : stops) {
                all &= get(stop);
            }
            return all;
        }
    }

    private List<Future<Boolean>> stopsOf(ExecutorService stopping, Duration atMost, Kind... kinds) {
        return members.stream()
                .filter(member -> List.of(kinds).contains(member.kind()))
                .map(member -> stopping.submit(() -> member.stop(atMost)))
                .toList();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        members.reversed().forEach(Member::close);
    }
}
