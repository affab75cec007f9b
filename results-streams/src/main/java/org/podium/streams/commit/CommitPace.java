package org.podium.streams.commit;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * How often the stream threads of a process commit. Kafka Streams has one interval for all times. A commit takes as
 * long as the brokers' load makes it, and nothing is worked on meanwhile: with a short interval a thread in a burst
 * does little else, and with a long one each result waits for it on a quiet day, and twice when an instance dies.
 *
 * <p>A pace asks for a commit when the shorter interval since the last one began is over, or, after two that took long
 * one after the other, when as much time as the shorter of them took has passed since the last one's end, up to the
 * longer interval. So commits take at most half of a thread's time where brokers are slow, and one that alone took
 * long, because a broker died, delays nothing more. The interval of Kafka Streams has to be far longer, as it runs on
 * however much was committed at a wish.
 *
 * <p>Processors tell what they do, each on its own thread; {@link #producer} makes producers that tell of commits. Safe
 * for use by several threads, each of which has a pace of its own.
 */
public final class CommitPace {

    private final @Nullable ThreadLocal<ThreadPace> threads;

    private CommitPace(@Nullable ThreadLocal<ThreadPace> threads) {
        this.threads = threads;
    }

    /** Commits by the interval of Kafka Streams alone. */
    public static CommitPace ofKafkaStreams() {
        return new CommitPace(null);
    }

    /**
     * Commits as seldom as the load asks for.
     *
     * @param shortest time from the beginning of a commit to that of the next
     * @param longest time from the end of a commit to the beginning of the next, while commits take long
     * @throws IllegalArgumentException when the longest is the shorter one
     */
    public static CommitPace between(Duration shortest, Duration longest) {
        if (longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("the longest time between commits, %s, is shorter than the shortest, %s"
                    .formatted(longest, shortest));
        }
        return new CommitPace(ThreadLocal.withInitial(() -> new ThreadPace(shortest.toMillis(), longest.toMillis())));
    }

    /** A task has worked on a record. */
    public void worked(ProcessingContext task) {
        if (threads != null) {
            threads.get().worked(task);
        }
    }

    /** A task ends. */
    public void left(ProcessingContext task) {
        if (threads != null) {
            threads.get().left(task);
        }
    }

    /** The producer of a thread, which tells when a commit begins and ends. */
    public Producer<byte[], byte[]> producer(Map<String, Object> config) {
        return new CommittingProducer(config, this);
    }

    void commitBegins() {
        if (threads != null) {
            threads.get().commitBegins(System.currentTimeMillis());
        }
    }

    void committed() {
        if (threads != null) {
            threads.get().committed(System.currentTimeMillis());
        }
    }
}
