package org.podium.venue.publish;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.podium.venue.spool.Spool;
import org.podium.venue.spool.SpoolCursor;
import org.podium.venue.spool.SpooledRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in a spool, in order. {@link #step} is called by one thread at a time; acknowledgements come from the
 * producer's.
 *
 * <p>Order: the producer is idempotent and retries by itself, which keeps the order of each partition. Only when it
 * gives a record up, after its delivery timeout, is the record sent again from here: then nothing new is sent until
 * everything that is under way has come to its end, and sending starts again at the oldest record that is not
 * acknowledged.
 */
final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /**
     * Most records under way. It bounds memory and what is sent again after a failure; a broker that answers in 5 ms
     * takes 200,000 records a second through it.
     */
    static final int MOST_IN_FLIGHT = 1_000;

    private final Spool spool;
    private final String topic;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final LongConsumer onAcknowledged;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final AtomicReference<@Nullable String> problem = new AtomicReference<>();
    private SpoolCursor cursor;
    private @Nullable Producer<byte[], byte[]> producer;

    /** What came of a step. */
    enum Step {
        /** A record is under way. */
        SENT,
        /** Everything that was taken is under way or acknowledged. */
        NOTHING_TO_SEND,
        /** Acknowledgements have to come first. */
        WAITING,
        /** Something failed and will be tried again after a pause. */
        FAILED
    }

    Sender(Spool spool, String topic, Supplier<Producer<byte[], byte[]>> producers, LongConsumer onAcknowledged) {
        this.spool = spool;
        this.topic = topic;
        this.producers = producers;
        this.onAcknowledged = onAcknowledged;
        this.cursor = spool.unacknowledged();
    }

    /** Does the next thing that is due, and returns what came of it. */
    Step step() throws InterruptedException {
        Exception failed = failure.get();
        if (failed != null) {
            return inFlight.get() > 0 ? Step.WAITING : startAgain(failed);
        }
        if (inFlight.get() >= MOST_IN_FLIGHT) {
            return Step.WAITING;
        }
        Optional<SpooledRecord> next;
        try {
            next = cursor.next();
        } catch (UncheckedIOException e) {
            failure.set(e);
            return Step.WAITING;
        }
        if (next.isEmpty()) {
            return Step.NOTHING_TO_SEND;
        }
        return send(next.get());
    }

    private Step startAgain(Exception failed) {
        if (problem.getAndSet(inWords(failed)) == null) {
            LOG.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("waiting", spool.waiting())
                    .setCause(failed)
                    .log("events could not be sent; they stay in the spool and are sent again");
        }
        cursor = spool.unacknowledged();
        failure.set(null);
        return Step.FAILED;
    }

    /** What a person at a venue can do something about comes as a sentence, the rest as Kafka says it. */
    private String inWords(Exception failed) {
        if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
            return "the brokers have no topic %s; check the venue's code, or have the venue added to the deployment"
                    .formatted(topic);
        }
        if (failed instanceof TopicAuthorizationException) {
            return "this credential may not write to %s; check the venue's code and whose credential this is"
                    .formatted(topic);
        }
        return String.valueOf(failed.getMessage());
    }

    private Step send(SpooledRecord spooled) throws InterruptedException {
        inFlight.incrementAndGet();
        try {
            // The callback is told all that the future would say.
            Future<RecordMetadata> _ = producer()
                    .send(
                            new ProducerRecord<>(topic, null, spooled.takenAtMillis(), spooled.key(), spooled.value()),
                            (_, exception) -> completed(spooled.position(), exception));
            return Step.SENT;
        } catch (InterruptException e) {
            inFlight.decrementAndGet();
            Thread.interrupted(); // Kafka sets it again, and then closing the producer would fail
            throw new InterruptedException(e.getMessage());
        } catch (RuntimeException e) {
            // Thrown, not reported to the callback: this producer cannot go on, a new one may.
            inFlight.decrementAndGet();
            failure.set(e);
            discardProducer();
            return Step.WAITING;
        }
    }

    private void completed(long position, @Nullable Exception exception) {
        if (exception == null) {
            spool.acknowledge(position);
            if (problem.getAndSet(null) != null) {
                LOG.atInfo().addKeyValue("topic", topic).log("events are sent again");
            }
        } else {
            failure.compareAndSet(null, exception);
        }
        inFlight.decrementAndGet();
        onAcknowledged.accept(exception == null ? position : 0);
    }

    /** What keeps events from being sent, for people; empty when nothing is known to. */
    Optional<String> problem() {
        return Optional.ofNullable(problem.get());
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> current = producer;
        if (current == null) {
            current = producers.get();
            producer = current;
        }
        return current;
    }

    private void discardProducer() {
        Producer<byte[], byte[]> current = producer;
        producer = null;
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }

    /** Ends at once; what is under way is in the spool still. */
    @Override
    public void close() {
        discardProducer();
    }
}
