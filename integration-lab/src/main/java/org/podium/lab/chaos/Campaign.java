package org.podium.lab.chaos;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.lab.chaos.Checker.Delivery;
import org.podium.lab.cluster.Archives;
import org.podium.lab.cluster.Cluster;
import org.podium.lab.cluster.Member;
import org.podium.lab.cluster.Size;
import org.podium.lab.latency.Percentiles;
import org.podium.lab.reader.StreamClient;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.StackException;
import org.podium.lab.stack.Venues;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.TopicCatalogue;

/** One run of the campaign: starts everything, lets faults happen under load, and judges. */
final class Campaign {

    private static final List<VenueCode> VENUES = List.of(VenueCode.parse("STA"), VenueCode.parse("POO"));

    /** Under load, before the archives of classes are made: what is loaded then is in them. */
    private static final Duration TRAINING = Duration.ofSeconds(15);

    private static final Duration ARCHIVE_LIMIT = Duration.ofSeconds(90);
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(20);
    private static final Duration LAST_RESULTS_LIMIT = Duration.ofSeconds(20);

    /** After which everything of a unit has come, or does not come: well over the budget. */
    private static final Duration JUDGED_AFTER = Duration.ofSeconds(15);

    /**
     * The JVMs compile what runs often: results are slow before that, whatever is broken (ADR 0039). It is over when
     * nearly all results of this long come in less than {@link #CALM}.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private static final Duration CALM = Duration.ofSeconds(1);

    /** A machine that is not calm by then does not carry the load. */
    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(3);

    /** After the end of a fault: longer than the budget, so that what is late is the fault's own. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    /**
     * Before a fault: longer than a result takes while nothing is wrong, so that the fault befalls none from before.
     */
    private static final Duration LEAD = Duration.ofSeconds(1);

    /**
     * A media system, which gets every version, on the first gateway, and an app, which gets the newest, on the last.
     */
    private static final Map<String, Delivery> CLIENTS = Map.of("media", Delivery.EVERY, "app", Delivery.NEWEST);

    private final InstantSource clock = InstantSource.system();
    private final PrintWriter out;
    private final int eventsPerSecond;
    private final List<String> skipped = new ArrayList<>();
    private final long started = System.nanoTime();

    /** @param eventsPerSecond the load */
    Campaign(PrintWriter out, int eventsPerSecond) {
        this.out = out;
        this.eventsPerSecond = eventsPerSecond;
    }

    /**
     * What came of it.
     *
     * @param happened each fault that happened, in their order
     * @param skipped what could not be tried on this machine, with the reason
     * @param broken what kept the campaign from going on to its end; null when nothing did
     */
    record Outcome(
            List<Happened> happened,
            List<String> skipped,
            @Nullable StackException broken) {}

    /** A fault, and what clients saw meanwhile. */
    record Happened(Fault fault, Findings findings) {}

    /**
     * Lets the faults happen.
     *
     * @throws StackException when the cluster does not start; what breaks later is part of the outcome
     */
    Outcome run(DataDirectory data, List<Fault> faults) throws InterruptedException {
        Archives archives = Archives.made(data.directory("archives"));
        try (DataDirectory training = DataDirectory.kept(data.directory("training"))) {
            boolean made = underLoad(Size.ONE_OF_EACH, training, archives, (cluster, load, checker) -> {
                Thread.sleep(TRAINING);
                return cluster.stop(ARCHIVE_LIMIT);
            });
            say(made ? "archives of classes made" : "archives of classes made, but for some that took too long");
        }
        return underLoad(
                Size.REDUNDANT,
                data,
                archives.used(),
                (cluster, load, checker) -> run(
                        new Scene(cluster, load, eventsPerSecond, TopicCatalogue.venueEvents(VENUES.getFirst())),
                        load,
                        checker,
                        faults));
    }

    /** Something that is done with a cluster under load. */
    @FunctionalInterface
    private interface Deed<T> {
        T with(Cluster cluster, Load load, Checker checker) throws InterruptedException;
    }

    private <T> T underLoad(Size size, DataDirectory data, Archives archives, Deed<T> deed)
            throws InterruptedException {
        Checker checker = new Checker(CLIENTS);
        List<StreamClient> clients = new ArrayList<>();
        try (Cluster cluster = Cluster.start(size, data, archives, VENUES, this::say);
                SchemaRegistry registry = new ConfluentSchemaRegistry(cluster.registryAddress());
                Venues venues = Venues.start(data, VENUES, cluster.venueClients(), registry)) {
            CLIENTS.forEach((name, delivery) -> clients.add(StreamClient.follow(
                    name,
                    cluster.gateways(),
                    delivery == Delivery.EVERY ? 0 : size.instances() - 1,
                    delivery == Delivery.EVERY ? "delivery=every" : "delivery=newest",
                    clock,
                    checker)));
            for (StreamClient client : clients) {
                if (!client.awaitCaughtUp(CATCH_UP_LIMIT)) {
                    throw new StackException("A gateway sent no snapshot within " + CATCH_UP_LIMIT);
                }
            }
            try (Load load = Load.start(venues, VENUES, checker, clock, eventsPerSecond)) {
                return deed.with(cluster, load, checker);
            }
        } finally {
            clients.forEach(StreamClient::close);
        }
    }

    private Outcome run(Scene scene, Load load, Checker checker, List<Fault> faults) throws InterruptedException {
        scene.cluster().awaitRedundancy();
        warmUp(checker);
        List<Befallen> befallen = new ArrayList<>();
        StackException broken = null;
        try {
            for (Fault fault : faults) {
                befall(scene, load, checker, fault, befallen);
            }
        } catch (StackException e) {
            say("STOPPED: " + e.getMessage());
            broken = e;
        }
        boolean acknowledged = load.finish();
        Instant limit = clock.instant().plus(LAST_RESULTS_LIMIT);
        while (!checker.allSeen() && clock.instant().isBefore(limit)) {
            Thread.sleep(SETTLE.dividedBy(10));
        }
        checker.judge(Instant.MAX);
        if (!acknowledged && broken == null) {
            broken = new StackException("Kafka did not acknowledge everything that the agents had taken");
        }
        List<Happened> happened = befallen.stream()
                .map(each -> new Happened(each.fault(), each.stretch().findings()))
                .toList();
        return new Outcome(happened, List.copyOf(skipped), broken);
    }

    /** A fault, and its stretch of time, of which more may come to be known until the end. */
    private record Befallen(Fault fault, Stretch stretch) {}

    private void warmUp(Checker checker) throws InterruptedException {
        Instant limit = clock.instant().plus(WARM_UP_LIMIT);
        Percentiles latencies;
        do {
            Stretch stretch = checker.begin(clock.instant());
            Thread.sleep(WARM_UP);
            latencies = stretch.findings().latencies();
        } while ((latencies.count() == 0 || latencies.p99().compareTo(CALM) > 0)
                && clock.instant().isBefore(limit));
        say("warmed up: %s".formatted(latencies));
    }

    private void befall(Scene scene, Load load, Checker checker, Fault fault, List<Befallen> befallen)
            throws InterruptedException {
        if (fault.name().equals(Faults.FULL_DISK)
                && scene.cluster().members().stream().noneMatch(Member::hasDisk)) {
            skip(fault, "mounting a file system of its own for a broker is not allowed here");
            return;
        }
        load.requireAlive();
        Stretch stretch = checker.begin(clock.instant());
        befallen.add(new Befallen(fault, stretch));
        Thread.sleep(LEAD);
        fault.deed().on(scene);
        scene.cluster().awaitRedundancy();
        Thread.sleep(SETTLE);
        checker.judge(clock.instant().minus(JUDGED_AFTER));
        Findings findings = stretch.findings();
        say("%s: %s (%s)".formatted(fault.name(), findings.latencies(), findings.slowest()));
    }

    private void skip(Fault fault, String why) {
        skipped.add(fault.what() + ": " + why);
        say("SKIPPED " + fault.name() + ": " + why);
    }

    private void say(String step) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, step);
        out.flush();
    }
}
