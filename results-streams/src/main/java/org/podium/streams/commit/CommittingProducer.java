package org.podium.streams.commit;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The producer of one thread, which tells its pace when a commit begins and ends, and sees an answer that is overdue as
 * soon as it is.
 *
 * <p>Kafka's own looks for overdue answers when something happens, and at the latest when another request timeout is
 * over. While a commit waits for a broker that hangs, nothing happens: it wakes the producer's own thread.
 */
final class CommittingProducer extends KafkaProducer<byte[], byte[]> {

    /** Longer than a commit takes while nothing is wrong. */
    private static final Duration LONG = Duration.ofMillis(250);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final CommitPace pace;
    private final boolean transactional;
    private final Thread waking = Thread.ofPlatform().daemon().unstarted(this::wakeWhileCommitting);

    /** When the commit that is under way began with its flush; null when none is. */
    private volatile @Nullable Long begun;

    private volatile boolean closed;

    CommittingProducer(Map<String, Object> config, CommitPace pace) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.pace = pace;
        this.transactional = config.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        waking.setName("waking " + config.get("client.id"));
        waking.start();
    }

    // What every commit begins with, and nothing else.
    @Override
    public void flush() {
        pace.commitBegins();
        begun = System.nanoTime();
        boolean goesOn = false;
        try {
            super.flush();
            goesOn = transactional;
        } finally {
            endUnless(goesOn);
        }
    }

    @Override
    public void sendOffsetsToTransaction(
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata groupMetadata) {
        boolean goesOn = false;
        try {
            super.sendOffsetsToTransaction(offsets, groupMetadata);
            goesOn = true;
        } finally {
            endUnless(goesOn);
        }
    }

    @Override
    public void commitTransaction() {
        try {
            super.commitTransaction();
            pace.committed();
        } finally {
            endUnless(false);
        }
    }

    private void endUnless(boolean goesOn) {
        if (!goesOn) {
            begun = null;
        }
    }

    private void wakeWhileCommitting() {
        try {
            while (!closed) {
                Thread.sleep(PAUSE);
                Long since = begun;
                if (since != null && System.nanoTime() - since > LONG.toNanos()) {
                    wake();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Flushing wakes the producer's thread, and an interrupted thread does not wait for what is flushed. */
    private void wake() {
        Thread.currentThread().interrupt();
        try {
            super.flush();
        } catch (InterruptException e) {
            // As it was meant.
        }
        Thread.interrupted();
    }

    @Override
    public void close(Duration timeout) {
        closed = true;
        super.close(timeout);
    }
}
