package org.podium.lab.trial;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.podium.lab.cluster.Cluster;
import org.podium.lab.latency.Percentiles;
import org.podium.lab.reader.StreamClient;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.StackException;
import org.podium.lab.stack.Venues;
import org.podium.lab.trial.Checker.Delivery;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.Party;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.kafka.ClientProperties;

/**
 * A system under load, with a client of each kind, from the first event to the judgement: a media system, which gets
 * every version, on the first gateway, and an app, which gets the newest, on the last.
 *
 * <p>What is sent and what clients see is told apart by stretches of time, each begun by {@link #begin}. Only when all
 * is over, after {@link #finish}, is it known what was lost.
 */
public final class Trial implements AutoCloseable {

    /** Venues of the load. */
    public static final List<VenueCode> VENUES = List.of(VenueCode.parse("STA"), VenueCode.parse("ROM"));

    private static final Map<String, Delivery> CLIENTS = Map.of("media", Delivery.EVERY, "app", Delivery.NEWEST);
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(20);
    private static final Duration LAST_RESULTS_LIMIT = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(300);

    /** After which everything of a unit has come, or does not come: well over the budget. */
    private static final Duration JUDGED_AFTER = Duration.ofSeconds(15);

    private static final Duration JUDGED_EVERY = Duration.ofSeconds(1);

    private final InstantSource clock = InstantSource.system();
    private final Checker checker = new Checker(CLIENTS);
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<StreamClient> clients;
    private final Load load;

    private Trial(Place place, DataDirectory data, String competition, int eventsPerSecond)
            throws InterruptedException {
        try {
            SchemaRegistry registry = opened(new ConfluentSchemaRegistry(place.registry()));
            Venues venues = opened(Venues.start(data, VENUES, place.venueClients(), registry));
            clients = CLIENTS.entrySet().stream()
                    .map(client -> opened(follow(client.getKey(), client.getValue(), place.gateways())))
                    .toList();
            for (StreamClient client : clients) {
                if (!client.awaitCaughtUp(CATCH_UP_LIMIT)) {
                    throw new StackException("A gateway sent no snapshot within " + CATCH_UP_LIMIT);
                }
            }
            load = opened(Load.start(venues, VENUES, competition, checker, clock, eventsPerSecond));
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /**
     * Where a trial takes place.
     *
     * @param venueClients what clients of each party need to reach the brokers
     * @param registry base address of the schema registry
     * @param gateways what clients of the streams connect to, one after the other when a stream ends
     */
    public record Place(Function<Party, ClientProperties> venueClients, URI registry, List<URI> gateways) {

        public Place {
            gateways = List.copyOf(gateways);
        }

        /** A cluster on this machine. */
        public static Place of(Cluster cluster) {
            ClientProperties everybody = cluster.venueClients();
            return new Place(party -> everybody, cluster.registryAddress(), cluster.gateways());
        }
    }

    /**
     * Starts venues, clients and the load.
     *
     * @param data where agents keep their spools
     * @param competition what the codes of its competitions begin with; another one than anything before had there
     * @param eventsPerSecond the load; it can be changed ({@link Load#pace})
     * @throws StackException when a gateway or the registry does not answer; nothing is left running then
     */
    public static Trial start(Place place, DataDirectory data, String competition, int eventsPerSecond)
            throws InterruptedException {
        return new Trial(place, data, competition, eventsPerSecond);
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private StreamClient follow(String name, Delivery delivery, List<URI> gateways) {
        boolean every = delivery == Delivery.EVERY;
        return StreamClient.follow(
                name,
                gateways,
                every ? 0 : gateways.size() - 1,
                every ? "delivery=every" : "delivery=newest",
                clock,
                checker);
    }

    /** Index of a gateway that a client follows now. */
    public int followedGateway() {
        return clients.getFirst().follows();
    }

    /** What venues send. */
    public Load load() {
        return load;
    }

    /** A topic that carries the load. */
    public static Topic hotTopic() {
        return TopicCatalogue.venueEvents(VENUES.getFirst());
    }

    /** How many venue events were sent by now. */
    public long sent() {
        return checker.sent();
    }

    /** Begins a stretch of time: what is meant to be sent from now on belongs to it. */
    public Stretch begin() {
        return checker.begin(clock.instant());
    }

    /**
     * Lets the load go on while JVMs compile what runs often, which makes results slow whatever is measured (ADR 0039).
     *
     * @param calm over when this holds for the results of one look
     * @param look how long is looked at once
     * @param limit a machine that is not calm by then does not carry the load
     * @return what the last look saw
     */
    public Percentiles warmUp(Calm calm, Duration look, Duration limit) throws InterruptedException {
        Instant end = clock.instant().plus(limit);
        Percentiles latencies;
        do {
            Stretch stretch = begin();
            pass(look);
            latencies = stretch.findings().latencies();
        } while (!(latencies.count() > 0 && calm.is(latencies))
                && clock.instant().isBefore(end));
        return latencies;
    }

    /** Whether results come as fast as they will. */
    @FunctionalInterface
    public interface Calm {
        boolean is(Percentiles latencies);
    }

    /** Lets some time pass, in which what is over is judged, so that what is known of it need not be kept. */
    public void pass(Duration length) throws InterruptedException {
        Instant end = clock.instant().plus(length);
        for (Duration left = length; left.isPositive(); left = Duration.between(clock.instant(), end)) {
            checker.judge(clock.instant().minus(JUDGED_AFTER));
            Thread.sleep(left.compareTo(JUDGED_EVERY) < 0 ? left : JUDGED_EVERY);
        }
    }

    /**
     * Ends the load, waits for the last results and judges what is left.
     *
     * @return false when Kafka did not acknowledge everything that agents had taken
     * @throws StackException when the load could not go on
     */
    public boolean finish() throws InterruptedException {
        boolean acknowledged = load.finish();
        Instant limit = clock.instant().plus(LAST_RESULTS_LIMIT);
        while (!checker.allSeen() && clock.instant().isBefore(limit)) {
            Thread.sleep(LOOK);
        }
        checker.judge(Instant.MAX);
        return acknowledged;
    }

    @Override
    public void close() {
        StackException failure = null;
        for (AutoCloseable part = open.poll(); part != null; part = open.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new StackException("A part of the trial did not close: " + e.getMessage(), e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
