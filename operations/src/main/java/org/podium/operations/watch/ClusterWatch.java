package org.podium.operations.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.podium.operations.endpoint.AdminEndpoint;
import org.podium.operations.endpoint.Checks;
import org.podium.operations.endpoint.Checks.Check;
import org.podium.operations.endpoint.Meters;
import org.podium.operations.kafka.ClientProperties;
import org.podium.operations.run.Running;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the cluster every few seconds, and tells as metrics what no service sees by itself: how much redundancy is
 * left, whether the schema registry answers, how far results-streams is behind, how old certificates are. A look that
 * fails makes its metrics unknown.
 */
public final class ClusterWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClusterWatch.class);

    private final Admin admin;
    private final RegistryLook registry;
    private final WatchSettings.Watch settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Instant> certificates = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").factory());
    private volatile @Nullable ClusterLook last;
    private volatile boolean registryReached;

    ClusterWatch(Admin admin, RegistryLook registry, WatchSettings.Watch settings, MeterRegistry meters, Clock clock) {
        this.admin = admin;
        this.registry = registry;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        gauge("podium.cluster.reached", "1 when the last look at the cluster succeeded", look -> 1);
        gauge(
                "podium.cluster.controllers",
                "Controllers, alive or not; 0 while none of them leads",
                look -> look.controllers().all());
        gauge(
                "podium.cluster.controllers.in.sync",
                "Controllers that are alive and know all",
                look -> look.controllers().inSync());
        gauge("podium.cluster.brokers", "Brokers alive", ClusterLook::brokers);
        gauge(
                "podium.cluster.under.replicated",
                "Partitions of which a copy is behind or gone",
                ClusterLook::underReplicated);
        gauge(
                "podium.cluster.single.copies",
                "Partitions that were made with one copy: what is in them goes with their broker",
                ClusterLook::singleCopies);
        gauge("podium.cluster.leaderless", "Partitions that nobody can read or write", ClusterLook::leaderless);
        gauge("podium.cluster.lag", "Records that results-streams has not finished", ClusterLook::lag);
        Gauge.builder("podium.registry.reached", this, watch -> watch.registryReached ? 1 : 0)
                .description("1 when the schema registry answered last")
                .register(meters);
    }

    private void gauge(String name, String description, ToDoubleFunction<ClusterLook> value) {
        double unknown = name.endsWith("reached") ? 0 : Double.NaN;
        Gauge.builder(name, this, watch -> {
                    ClusterLook look = watch.last;
                    return look == null ? unknown : value.applyAsDouble(look);
                })
                .description(description)
                .register(meters);
    }

    /** {@code podium watch}: a watch as a process. */
    public static void start(WatchSettings settings, Running running) {
        Meters meters = running.opened("meters", new Meters("watch"));
        Admin admin =
                running.opened("admin client", Admin.create(new ClientProperties(settings.kafka()).admin("watch")));
        RegistryLook registry = running.opened("registry client", new RegistryLook(settings.registry()));
        ClusterWatch watch = running.opened(
                "watch", new ClusterWatch(admin, registry, settings.watch(), meters.registry(), Clock.systemUTC()));
        Checks health = new Checks();
        Checks readiness = new Checks();
        readiness.add("reaches the cluster", watch::reached);
        running.opened("admin", AdminEndpoint.start(settings.admin(), health, readiness, meters));
        watch.begin();
    }

    private void begin() {
        var _ = looking.scheduleWithFixedDelay(
                this::look, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    void look() {
        try {
            lookAtCluster();
            registryReached = registry.answers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        settings.certificates().ifPresent(this::lookAtCertificates);
    }

    private void lookAtCluster() throws InterruptedException {
        try {
            last = ClusterLook.at(admin, settings.group());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            last = null;
            log.atWarn().addKeyValue("reason", e.toString()).log("the cluster did not answer");
        }
    }

    private void lookAtCertificates(Path directory) {
        try {
            Map<String, Instant> ends = Certificates.ends(directory);
            certificates.keySet().retainAll(ends.keySet());
            ends.forEach((name, end) -> {
                if (certificates.put(name, end) == null) {
                    TimeGauge.builder(
                                    "podium.certificate.left",
                                    certificates,
                                    TimeUnit.SECONDS,
                                    known -> left(known.get(name)))
                            .description("How long a certificate is still valid")
                            .tag("name", name)
                            .register(meters);
                }
            });
        } catch (IOException e) {
            log.atWarn().addKeyValue("reason", e.toString()).log("the certificates cannot be read");
        }
    }

    private double left(@Nullable Instant end) {
        return end == null ? Double.NaN : Duration.between(clock.instant(), end).toSeconds();
    }

    private Check reached() {
        ClusterLook look = last;
        return look == null
                ? Check.failed("the cluster has not answered")
                : Check.passed("%d brokers are alive".formatted(look.brokers()));
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
