package org.podium.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.feed.FeedSource;
import org.podium.gateway.guard.Doorkeeper;
import org.podium.gateway.guard.Gate;
import org.podium.gateway.guard.Limits;
import org.podium.gateway.guard.Proxies;
import org.podium.gateway.guard.SigningKeys;
import org.podium.gateway.guard.Tokens;
import org.podium.gateway.stream.Arrivals;
import org.podium.gateway.stream.StreamLimits;
import org.podium.gateway.subscription.FanOut;
import org.podium.gateway.web.GatewayServer;
import org.podium.gateway.web.StreamRules;
import org.podium.gateway.web.TlsFiles;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.operations.endpoint.Checks.Check;
import org.podium.operations.kafka.ClientProperties;
import org.podium.operations.run.Patience;
import org.podium.operations.run.StartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gateway: follows the topics and serves what is on them. Stateless but for memory: any number of them run side by
 * side.
 *
 * <pre>
 *   new ── start ──► serving ── everything read ──► ready ── close ──► closed
 * </pre>
 */
public final class ResultsGateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ResultsGateway.class);

    /** A connection whose stream is alive has a heartbeat well within this many of them. */
    private static final int HEARTBEATS_UNTIL_IDLE = 3;

    /** What a reader that is behind is sent in one write: enough that the system call does not count. */
    private static final int GATHER_BYTES = 16_384;

    private final GatewaySettings settings;
    private final GatewaySettings.Gateway gateway;
    private final GatewayMetrics metrics;
    private final FanOut.Time time = GatewayServer.machineTime();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile @Nullable FeedSource source;
    private volatile @Nullable GatewayServer server;
    private volatile @Nullable SigningKeys keys;
    private volatile boolean leaving;

    /** A gateway that has not started. */
    public ResultsGateway(GatewaySettings settings, MeterRegistry registry) {
        this.settings = settings;
        this.gateway = settings.gateway();
        this.metrics = new GatewayMetrics(registry, time.clock());
    }

    /**
     * Begins to follow the topics and to answer requests; what has been read so far is served before all is read.
     *
     * @throws StartException when the cluster or the port cannot be had; nothing stays behind
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer within the start timeout;
     *     nothing stays behind
     * @throws SchemaRegistry.UnknownSchemaException when a schema is not registered; nothing stays behind
     */
    public void start() {
        try {
            startParts();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startParts() {
        SchemaRegistry registry =
                new ConfluentSchemaRegistry(settings.registry().address());
        parts.push(registry);
        // A registry that started with us, or just before, has never answered yet and takes its time.
        FeedSource feed = Patience.of(gateway.startTimeout())
                .insist(
                        SchemaRegistry.RegistryUnavailableException.class::isInstance,
                        () -> FeedSource.open(feedOptions(), registry, new Revisions(time.clock()), metrics::skipped));
        parts.push(feed);
        Gate gate = gate();
        metrics.watch(gate);
        Arrivals arrivals = new Arrivals(gate, gateway.limits().head());
        Doorkeeper doorkeeper = new Doorkeeper(gate, tokens(), gateway.tokens().anonymous());
        Vertx vertx = Vertx.builder()
                .withTransport(gateway.transport().choose(arrivals))
                .with(new VertxOptions()
                        .setEventLoopPoolSize(eventLoops())
                        .setFileSystemOptions(new FileSystemOptions()
                                .setClassPathResolvingEnabled(false)
                                .setFileCachingEnabled(false)))
                .build();
        parts.push(() -> vertx.close().toCompletionStage().toCompletableFuture().join());
        GatewayServer http = new GatewayServer(
                vertx,
                feed.board(),
                feed.history(),
                serverOptions(),
                new GatewayServer.Protection(doorkeeper, arrivals),
                metrics,
                time,
                metrics::answered);
        metrics.watch(feed.board(), http::streams);
        http.start();
        parts.push(http);
        source = feed;
        server = http;
        LOG.atInfo()
                .addKeyValue("host", gateway.host())
                .addKeyValue("port", http.port())
                .log("Serves");
    }

    private Gate gate() {
        GatewaySettings.Limits limits = gateway.limits();
        return new Gate(
                new Limits(
                        limits.connections(),
                        new Limits.Each(
                                limits.addressConnections(), limits.addressRequests(), limits.addressHandshakes()),
                        new Limits.Each(limits.tokenStreams(), limits.tokenRequests(), limits.tokenHandshakes()),
                        limits.refusals(),
                        limits.block(),
                        limits.tracked()),
                limits.proxies().orElse(Proxies.NONE),
                metrics,
                time.clock(),
                time.nanos());
    }

    private @Nullable Tokens tokens() {
        GatewaySettings.Tokens tokens = gateway.tokens();
        if (tokens.keys().isEmpty()) {
            return null;
        }
        SigningKeys following =
                SigningKeys.follow(tokens.keys().get(), tokens.refresh(), tokens.timeout(), time.nanos());
        parts.push(following);
        keys = following;
        return new Tokens(
                following,
                new Tokens.Rules(
                        tokens.issuer().orElseThrow(), tokens.audience().orElseThrow(), tokens.leeway()),
                time.clock());
    }

    private FeedSource.Options feedOptions() {
        ClientProperties clients = new ClientProperties(settings.kafka());
        return new FeedSource.Options(
                clients.consumer("gateway", gateway.consumerRequestTimeout()),
                clients.patientAdmin("gateway", gateway.startTimeout()),
                gateway.feed(),
                gateway.window().updates(),
                gateway.window().bytes().bytes(),
                gateway.startTimeout());
    }

    private int eventLoops() {
        return gateway.eventLoops().orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    private GatewayServer.Options serverOptions() {
        GatewaySettings.Streams streams = gateway.streams();
        Duration idle = streams.heartbeat().multipliedBy(HEARTBEATS_UNTIL_IDLE);
        return new GatewayServer.Options(
                gateway.host(),
                gateway.port().number(),
                eventLoops(),
                gateway.maxHeaders().toInt(),
                idle,
                tls(),
                new StreamRules(
                        streams.maxOpen(),
                        streams.maxFilters(),
                        streams.flushWindow(),
                        streams.overloadLag(),
                        streams.drain(),
                        new StreamLimits(
                                streams.buffer().toInt(),
                                streams.maxMessage().toInt(),
                                streams.maxMessages(),
                                streams.helloTimeout())),
                new FanOut.Limits(
                        streams.maxDue(),
                        GATHER_BYTES,
                        streams.heartbeat(),
                        streams.stallTimeout(),
                        streams.maxAge(),
                        streams.retry(),
                        streams.retrySpread()));
    }

    private @Nullable TlsFiles tls() {
        GatewaySettings.Tls tls = gateway.tls();
        return tls.certificate().isEmpty()
                ? null
                : new TlsFiles(tls.certificate().get(), tls.key().orElseThrow(), tls.check());
    }

    /**
     * Port that is listened on.
     *
     * @throws IllegalStateException when it has not started
     */
    public int port() {
        GatewayServer serving = server;
        if (serving == null) {
            throw new IllegalStateException("The gateway listens on no port: start it first");
        }
        return serving.port();
    }

    /** True when it has read everything that was on the topics at its start and still follows them. */
    public boolean ready() {
        return caughtUp().passes() && follows().passes() && knowsKeys().passes();
    }

    Check knowsKeys() {
        SigningKeys following = keys;
        return following == null || following.known()
                ? Check.passed("tokens can be checked, or are not looked at")
                : Check.failed("the keys of tokens have not been read yet; the log says why");
    }

    Check caughtUp() {
        if (leaving) {
            return Check.failed("says goodbye to its readers and is about to stop");
        }
        FeedSource following = source;
        return following != null && following.board().ready()
                ? Check.passed("everything that was on the topics at the start has been read")
                : Check.failed("results that were on the topics at the start are still being read");
    }

    Check follows() {
        FeedSource following = source;
        return following == null || following.alive()
                ? Check.passed("follows the topics")
                : Check.failed("follows the topics no longer; the log has the cause");
    }

    /** Says goodbye to readers and ends everything; may be called again. */
    @Override
    public void close() {
        leaving = true;
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("A part of the gateway did not end well");
            }
        }
    }
}
