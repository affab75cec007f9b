package org.podium.venue.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.Topic;
import org.podium.model.wire.VenueEvent;
import org.podium.venue.spool.Spool;
import org.podium.venue.spool.SpoolException;
import org.podium.venue.spool.SpoolSettings;
import org.podium.venue.spool.Taking;

/**
 * The agent of one venue, or of the results desk: takes events from a timing system and sees to it that they arrive. An
 * event that was taken is on disk and is sent until Kafka has acknowledged it, in the order of taking, also after a
 * restart; then some may be sent twice, with the same sequence. May be used from any thread; the order of concurrent
 * calls is the order in which they get to the spool.
 *
 * <p>Nothing is held in memory that grows with what waits: when Kafka is away, the spool fills up to its bound and then
 * {@link #take} refuses.
 */
public final class VenueAgent implements AutoCloseable {

    /**
     * What a record adds to its value: a batch's header (61 bytes), a record's own fields, and its key (at most 43
     * bytes).
     */
    private static final int RECORD_OVERHEAD_BYTES = 256;

    /** Largest event, in bytes of the wire format. */
    public static final int MOST_EVENT_BYTES = Topic.MAX_MESSAGE_BYTES - RECORD_OVERHEAD_BYTES;

    /** The producer itself has retried for its whole delivery timeout before it fails, so this need not be long. */
    private static final long PAUSE_AFTER_FAILURE_MS = 200;

    /** Woken up by each event taken and each acknowledgement, so this only bounds the wait should one be missed. */
    private static final long IDLE_MS = 100;

    private final Spool spool;
    private final Sender sender;
    private final WireEncoder<VenueEvent> encoder;
    private final InstantSource clock;
    private final LongConsumer listener;
    private final AtomicLong acknowledged = new AtomicLong();

    /**
     * Position up to which everything is acknowledged, counted and told to the listener. Guarded by {@code progress}.
     */
    private long settledTo;

    private final AtomicLong lastProgressNanos = new AtomicLong(System.nanoTime());
    private final Semaphore bell = new Semaphore(0);
    private final Object progress = new Object();
    private final Thread thread;
    private volatile boolean closing;

    VenueAgent(
            Spool spool,
            WireEncoder<VenueEvent> encoder,
            String topic,
            Supplier<Producer<byte[], byte[]>> producers,
            InstantSource clock,
            LongConsumer listener) {
        this.spool = spool;
        this.encoder = encoder;
        this.clock = clock;
        this.listener = listener;
        this.settledTo = spool.acknowledgedTo();
        this.sender = new Sender(spool, topic, producers, this::completed);
        this.thread = Thread.ofPlatform().name("agent-" + topic).unstarted(this::sendAll);
    }

    /**
     * Starts an agent, which begins with what an earlier one left in the spool. Kafka may be away; the schema registry
     * is needed now and not afterwards.
     *
     * @param topic what it writes: a venue's topic of the catalogue, or {@code desk.events}
     * @param producer properties of a Kafka producer: where the brokers are, credentials, timeouts
     * @param listener is told the number of acknowledged events whenever it has grown, by a thread of the producer
     * @throws SchemaRegistry.UnknownSchemaException when the schemas have not been registered
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     * @throws SpoolException when the spool's directory cannot be used
     */
    public static VenueAgent start(
            Topic topic,
            Map<String, Object> producer,
            SpoolSettings spool,
            SchemaRegistry registry,
            LongConsumer listener) {
        WireEncoder<VenueEvent> encoder = WireEncoder.of(VenueEvent.class, registry);
        Map<String, Object> properties = withGuarantees(producer);
        VenueAgent agent = new VenueAgent(
                Spool.open(spool),
                encoder,
                topic.name(),
                () -> new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()),
                InstantSource.system(),
                listener);
        agent.start();
        return agent;
    }

    /** What the agent promises does not depend on what somebody configured. */
    private static Map<String, Object> withGuarantees(Map<String, Object> producer) {
        Map<String, Object> properties = new HashMap<>(producer);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_MESSAGE_BYTES);
        return properties;
    }

    void start() {
        thread.start();
    }

    /** Takes an event from the timing system at this moment. */
    public TakeOutcome take(VenueEvent event) {
        return take(event, clock.millis());
    }

    /**
     * Takes an event that came at a given moment, for replays and tests.
     *
     * @param takenAtMillis milliseconds since 1970 UTC; brokers refuse what is over an hour ahead of their clock
     * @throws org.podium.model.id.InvalidIdException when the event's competition or unit is not valid, so that it has
     *     no key
     */
    public TakeOutcome take(VenueEvent event, long takenAtMillis) {
        byte[] key = UnitKey.of(event.getCompetition(), event.getUnit())
                .event()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        byte[] value = encoder.encode(event);
        if (value.length <= MOST_EVENT_BYTES) {
            return spooled(takenAtMillis, key, value, new TakeOutcome.Taken());
        }
        VenueEvent notice = Notices.tooLarge(event, value.length, MOST_EVENT_BYTES);
        return spooled(
                takenAtMillis,
                key,
                encoder.encode(notice),
                new TakeOutcome.TooLarge(notice.getNotice().getText()));
    }

    private TakeOutcome spooled(long takenAtMillis, byte[] key, byte[] value, TakeOutcome whenTaken) {
        if (spool.waiting() == 0) {
            lastProgressNanos.set(System.nanoTime());
        }
        return switch (spool.take(takenAtMillis, key, value)) {
            case Taking.Taken taken -> {
                bell.release();
                yield whenTaken;
            }
            case Taking.Refused refused -> new TakeOutcome.Refused(refused.reason(), refused.sentence());
        };
    }

    /** Number of events that Kafka has acknowledged since the start. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** Number of events in the spool that Kafka has not acknowledged yet. */
    public long waiting() {
        return spool.waiting();
    }

    /** Bytes of the spool on disk. */
    public long spoolBytes() {
        return spool.bytes();
    }

    /** For how long events have been waiting without any being acknowledged; zero when none waits. */
    public Duration stalledFor() {
        return spool.waiting() == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastProgressNanos.get());
    }

    /** What keeps events from being sent, for people; empty when nothing is known to. */
    public Optional<String> problem() {
        return sender.problem();
    }

    /**
     * Waits until everything taken before is acknowledged.
     *
     * @return false when that has not happened in time; it still will, or after the next start
     */
    public boolean flush(Duration atMost) throws InterruptedException {
        long last = spool.lastPosition();
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (progress) {
            while (settledTo < last) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                progress.wait(left);
            }
        }
        return true;
    }

    private void completed(long position) {
        if (position > 0) {
            lastProgressNanos.set(System.nanoTime());
            listener.accept(acknowledged.incrementAndGet());
            synchronized (progress) {
                settledTo = spool.acknowledgedTo();
                progress.notifyAll();
            }
        }
        bell.release();
    }

    private void sendAll() {
        try {
            while (!closing) {
                switch (sender.step()) {
                    case SENT -> {}
                    case NOTHING_TO_SEND, WAITING -> awaitBell();
                    case FAILED -> TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitBell() throws InterruptedException {
        if (bell.tryAcquire(IDLE_MS, TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    /** Ends at once. What is not acknowledged yet stays in the spool; {@link #flush} first in order to wait for it. */
    @Override
    public void close() {
        closing = true;
        bell.release();
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the spool must not be closed under the thread's feet
            }
        }
        sender.close();
        spool.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
