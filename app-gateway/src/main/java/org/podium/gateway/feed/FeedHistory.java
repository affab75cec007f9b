package org.podium.gateway.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.subscription.History;
import org.podium.model.serde.SchemaRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages of the topics for readers of every version that were away for longer than the window reaches. One thread
 * and one consumer for all of them, one page after the other, so that however many come back at once, what they cost is
 * bounded; a request that finds the queue full is refused.
 */
final class FeedHistory implements History, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedHistory.class);

    /** Revisions of a page at most: some megabytes. */
    private static final int PAGE = 2_000;

    /** Records read for a page at most, so that a reader of little does not keep the others waiting. */
    private static final int READ = 50_000;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAGE_TIME = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final int QUEUE = 1_024;

    private final Consumer<byte[], byte[]> consumer;
    private final Tracks tracks;
    private final RecordReader reader;
    private final BlockingQueue<Request> requests = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean stopping;

    /** @param consumer without an assignment, and without a place to go when an offset is gone; closed by this */
    FeedHistory(Consumer<byte[], byte[]> consumer, Tracks tracks, RecordReader reader) {
        this.consumer = consumer;
        this.tracks = tracks;
        this.reader = reader;
        this.thread = Thread.ofPlatform().name("feed-history").unstarted(this::serve);
    }

    void start() {
        thread.start();
    }

    @Override
    public void ask(Request request) {
        if (stopping || !requests.offer(request)) {
            request.reply().accept(new Unavailable());
        }
    }

    private void serve() {
        try (consumer) {
            consumer.assign(tracks.partitions());
            while (!stopping) {
                Request request = requests.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
                if (request != null) {
                    request.reply().accept(page(request));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InterruptException e) {
            LOG.atInfo().log("Reads history no longer: stopping");
        }
    }

    private Page page(Request request) {
        try {
            return read(request);
        } catch (OffsetOutOfRangeException e) {
            return new Gone();
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | SchemaRegistry.RegistryUnavailableException e) {
            LOG.atWarn().setCause(e).log("History cannot be read now; a reader was told to come back");
            return new Unavailable();
        }
    }

    private Page read(Request request) {
        Position from = request.from();
        Collection<TopicPartition> partitions = tracks.partitions();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> starts = new HashMap<>();
        int track = 0;
        for (TopicPartition partition : partitions) {
            long start = from.next(track++);
            if (start < begins.getOrDefault(partition, 0L) && tracks.isComplete(partition)) {
                return new Gone();
            }
            // A reader may come from a gateway that saw more than this broker shows yet.
            starts.put(partition, Math.min(start, ends.getOrDefault(partition, start)));
        }
        starts.forEach(consumer::seek);
        List<Revision> found = new ArrayList<>();
        long deadline = System.nanoTime() + PAGE_TIME.toNanos();
        int read = 0;
        while (found.size() < PAGE && read < READ && !reached(ends) && System.nanoTime() - deadline < 0) {
            for (ConsumerRecord<byte[], byte[]> received : consumer.poll(POLL)) {
                read++;
                reader.version(received).filter(request.wanted()).ifPresent(found::add);
            }
        }
        return new Revisions(found, new Position(from.epoch(), tracks.offsets(consumer::position)));
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        stopping = true;
        consumer.wakeup();
        try {
            if (!thread.join(STOP)) {
                LOG.atWarn().log("The thread that reads history did not stop within {}", STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
