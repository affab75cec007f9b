package org.podium.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.endpoint.Checks.Check;
import org.podium.operations.kafka.ClientProperties;
import org.podium.operations.kafka.ClusterTopics;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.Patience;
import org.podium.operations.run.StartException;
import org.podium.streams.catalogue.Catalogue;
import org.podium.streams.commit.CommitPace;
import org.podium.streams.failover.AbandonedTransactions;
import org.podium.streams.failover.KeptStores;
import org.podium.streams.failover.ShareRequests;
import org.podium.streams.topology.ResultsTopology;
import org.podium.streams.topology.TopologyMetrics;
import org.podium.streams.topology.TopologySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topology, running: one instance of the group that shares the partitions.
 *
 * <pre>
 *   new ── start ──► joining ── partitions assigned, stores restored ──► ready ── close ──► closed
 * </pre>
 */
public final class ResultsStreams implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ResultsStreams.class);

    /** Per cent of the heap. */
    private static final int MOST_DECODED = 75;

    /** Leaving the group and closing the stores takes about a second. */
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(6);

    private final StreamsSettings settings;
    private final MeterRegistry meters;
    private @Nullable SchemaRegistry registry;
    private volatile @Nullable KafkaStreams streams;
    private @Nullable AbandonedTransactions abandoned;
    private @Nullable ShareRequests share;

    /** An instance that has not started. */
    public ResultsStreams(StreamsSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * Joins the group; returns before partitions are assigned.
     *
     * @throws StartException when the catalogue of disciplines is refused, when the longest commit interval is too
     *     short or the share of the heap for units too large, when topics are missing or have different numbers of
     *     partitions
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer within the start timeout
     * @throws SchemaRegistry.UnknownSchemaException when a schema is not registered
     */
    public void start() {
        // Before anything else: what is wrong with a file is known without a cluster.
        Catalogue catalogue =
                settings.streams().catalogue().map(CatalogueFile::read).orElseGet(Catalogue::bundled);
        CommitPace pace = pace();
        long decodedBytes = decodedBytes();
        DryRun.upTo(settings.streams().dryRun());
        TopicCatalogue topics = new TopicCatalogue(settings.venues());
        int partitions = partitionsOf(topics);
        SchemaRegistry schemas = new ConfluentSchemaRegistry(settings.registry().address());
        registry = schemas;
        Properties properties = StreamsProperties.of(settings);
        ResultsTopology topology = new ResultsTopology(
                topologySettings(topics, partitions, catalogue, decodedBytes),
                schemas,
                new TopologyMetrics(meters, Clock.systemUTC()),
                pace);
        // A registry that started with us, or just before, has never answered yet and takes its time.
        Topology built = Patience.of(settings.streams().startTimeout())
                .insist(
                        SchemaRegistry.RegistryUnavailableException.class::isInstance,
                        () -> topology.build(properties));
        if (exactlyOnce()) {
            stores().begin();
        }
        ShareRequests requests = new ShareRequests(StreamsProperties.RECORDS_TO_CATCH_UP);
        share = requests;
        KafkaStreams instance =
                new KafkaStreams(built, properties, new StreamsClients(pace, requests, together(topics)));
        instance.setUncaughtExceptionHandler(thrown -> {
            // What a thread died of may be gone when it is replaced: a broker that was away, a transaction that was
            // fenced.
            // What it did is aborted with its transaction, and is done again.
            log.atError().setCause(thrown).log("a thread of the topology died and is replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        instance.setStateListener((now, before) -> log.atInfo()
                .addKeyValue("state", now)
                .addKeyValue("before", before)
                .log("changed state"));
        streams = instance;
        if (exactlyOnce()) {
            abandoned = new AbandonedTransactions(
                    Admin.create(new ClientProperties(settings.kafka()).admin("results-streams")),
                    settings.streams().applicationId(),
                    instance::state);
        }
        instance.start();
        requests.lookAfter(instance);
    }

    private CommitPace pace() {
        StreamsSettings.Streams own = settings.streams();
        try {
            return own.longestCommitInterval()
                    .map(longest -> CommitPace.between(own.commitInterval(), longest))
                    .orElseGet(CommitPace::ofKafkaStreams);
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    ExitCode.CONFIGURATION,
                    "podium.streams.longest-commit-interval and podium.streams.commit-interval: " + e.getMessage(),
                    e);
        }
    }

    /** Topics whose records may be taken together: what comes of that depends on what waits, and may not come twice. */
    private Predicate<String> together(TopicCatalogue topics) {
        Set<String> venues =
                exactlyOnce() ? topics.venueTopics().stream().map(Topic::name).collect(Collectors.toSet()) : Set.of();
        return venues::contains;
    }

    private boolean exactlyOnce() {
        return settings.streams().guarantee() == StreamsSettings.Guarantee.EXACTLY_ONCE;
    }

    private KeptStores stores() {
        StreamsSettings.Streams own = settings.streams();
        return new KeptStores(own.stateDir().resolve(own.applicationId()));
    }

    private TopologySettings topologySettings(
            TopicCatalogue topics, int partitions, Catalogue catalogue, long decodedBytes) {
        StreamsSettings.Streams own = settings.streams();
        TopologySettings usual = TopologySettings.usual(topics, partitions, own.feed());
        return new TopologySettings(
                topics,
                partitions,
                own.feed(),
                usual.limits(),
                usual.parking(),
                decodedBytes / partitions, // An instance may be the only one and have all tasks.
                own.guarantee() == StreamsSettings.Guarantee.AT_LEAST_ONCE,
                catalogue,
                own.registryPatience());
    }

    /** Bytes stored of the units that all tasks together keep decoded. */
    private long decodedBytes() {
        int percentage = settings.streams().decodedUnitsPercentage();
        if (percentage < 0 || percentage > MOST_DECODED) {
            throw new StartException(
                    ExitCode.CONFIGURATION,
                    "podium.streams.decoded-units-percentage is %d, and may be 0 to %d: the rest of the heap is for what is under way"
                            .formatted(percentage, MOST_DECODED));
        }
        return Runtime.getRuntime().maxMemory() / 100 * percentage / TopologySettings.IN_MEMORY;
    }

    /** The number of partitions that all topics have. */
    private int partitionsOf(TopicCatalogue topics) {
        List<String> names = topics.all().stream().map(Topic::name).toList();
        Duration patience = settings.streams().startTimeout();
        Map<String, Integer> found = new TreeMap<>();
        ClusterTopics.describe(
                        names,
                        new ClientProperties(settings.kafka()).patientAdmin("results-streams", patience),
                        patience)
                .forEach((name, topic) -> found.put(name, topic.partitions().size()));
        if (found.values().stream().distinct().count() != 1) {
            throw new StartException(
                    ExitCode.UNAVAILABLE,
                    "all topics need the same number of partitions, so that an event's records meet in one task, but they have "
                            + found);
        }
        return found.values().iterator().next();
    }

    /** True when its partitions are assigned and their stores restored. */
    public boolean ready() {
        return running().passes();
    }

    Check running() {
        KafkaStreams instance = streams;
        KafkaStreams.State state = instance == null ? KafkaStreams.State.CREATED : instance.state();
        return state == KafkaStreams.State.RUNNING
                ? Check.passed("partitions are assigned and their stores restored")
                : Check.failed("the instance is in state " + state);
    }

    Check alive() {
        KafkaStreams instance = streams;
        boolean dead = instance != null && instance.state() == KafkaStreams.State.ERROR;
        return dead ? Check.failed("no thread is left; the log has the cause") : Check.passed("threads live");
    }

    /** Leaves the group, so that its partitions go to others at once; may be called again. */
    @Override
    public void close() {
        if (abandoned != null) {
            abandoned.close();
            abandoned = null;
        }
        if (share != null) {
            share.close();
            share = null;
        }
        KafkaStreams instance = streams;
        if (instance != null) {
            boolean closed = instance.close(
                    CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                            .withTimeout(TIME_TO_CLOSE));
            if (closed) {
                stores().end();
            } else {
                log.atWarn().addKeyValue("within", TIME_TO_CLOSE).log("the topology did not close in time");
            }
            streams = null;
        }
        if (registry != null) {
            registry.close();
            registry = null;
        }
    }
}
