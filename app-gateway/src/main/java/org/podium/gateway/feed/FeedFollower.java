package org.podium.gateway.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.podium.gateway.board.Board;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.TopicCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that follows the topics.
 *
 * <p>Loading has three steps, so that nothing is missed and the board is never ahead of the window: everything that was
 * newest on the compacted topics is read up to where they ended at the start; then the end of the feed is noted; then
 * the feed is read up to there. Whatever a compacted topic brought was written in one transaction with a record of the
 * feed before that end. From then on {@code results.units} is not read any more: the feed brings all of it.
 *
 * <p>The feed is read from before its end, so that the window is filled and readers of a gateway that was restarted
 * resume.
 */
final class FeedFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);

    /** How long a poll waits for records; it ends at once when the gateway stops. */
    private static final Duration POLL = Duration.ofMillis(500);

    private static final long REGISTRY_PAUSE_MILLIS = 1_000;
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final Board board;
    private final Intake intake;
    private final Map<TopicPartition, Long> startedAt;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean failed;

    /**
     * @param consumer assigned and positioned; closed by the follower
     * @param loadTo for each partition of a compacted topic, its end at the start
     */
    FeedFollower(Consumer<byte[], byte[]> consumer, Board board, Intake intake, Map<TopicPartition, Long> loadTo) {
        this.consumer = consumer;
        this.board = board;
        this.intake = intake;
        this.startedAt = Map.copyOf(loadTo);
        this.thread = Thread.ofPlatform().name("feed-follower").unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    /** False when following ended though nobody stopped it. */
    boolean alive() {
        return !failed;
    }

    private void follow() {
        try (consumer) {
            long started = System.nanoTime();
            readUntil(startedAt);
            readUntil(consumer.endOffsets(partitionsOf(TopicCatalogue.RESULTS_FEED.name())));
            consumer.pause(partitionsOf(TopicCatalogue.RESULTS_UNITS.name()));
            board.becomeReady();
            LOG.atInfo()
                    .addKeyValue("subjects", board.size())
                    .addKeyValue("window", board.windowSize())
                    .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started))
                    .log("Read everything that was on the topics; ready");
            while (true) {
                poll();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.atInfo().log("Follows the topics no longer: stopping");
        } catch (KafkaException e) {
            failed = true;
            LOG.atError()
                    .setCause(e)
                    .log(
                            "Follows the topics no longer. What is served gets old; look at the cause and restart this gateway");
        }
    }

    private List<TopicPartition> partitionsOf(String topic) {
        return consumer.assignment().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
    }

    private void readUntil(Map<TopicPartition, Long> ends) {
        while (!reached(ends)) {
            poll();
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> received : consumer.poll(POLL)) {
            take(received);
        }
        if (stopping.getCount() == 0) {
            throw new WakeupException();
        }
    }

    /**
     * A record whose schema cannot be looked up is not skipped: everything waits, and what is held is served meanwhile.
     */
    private void take(ConsumerRecord<byte[], byte[]> received) {
        while (true) {
            try {
                intake.take(received);
                return;
            } catch (SchemaRegistry.RegistryUnavailableException e) {
                LOG.atWarn()
                        .addKeyValue("topic", received.topic())
                        .addKeyValue("offset", received.offset())
                        .log("Waits for the schema registry: {}", e.getMessage());
                if (stopsWithin(REGISTRY_PAUSE_MILLIS)) {
                    throw new WakeupException();
                }
            }
        }
    }

    private boolean stopsWithin(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Partitions of topics whose newest records are loaded at the start. */
    static boolean isLoaded(TopicPartition partition) {
        return !partition.topic().equals(TopicCatalogue.RESULTS_FEED.name());
    }

    /** All topics that are followed. */
    static Collection<String> topics() {
        return List.of(
                TopicCatalogue.RESULTS_FEED.name(),
                TopicCatalogue.RESULTS_UNITS.name(),
                TopicCatalogue.RESULTS_EVENTS.name(),
                TopicCatalogue.RESULTS_MEDALS.name(),
                TopicCatalogue.REFERENCE_UNITS.name());
    }

    @Override
    public void close() {
        stopping.countDown();
        consumer.wakeup();
        try {
            if (!thread.join(STOP)) {
                LOG.atWarn().log("The thread that follows the topics did not stop within {}", STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
