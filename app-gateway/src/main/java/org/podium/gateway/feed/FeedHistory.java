package org.podium.gateway.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
import org.podium.gateway.board.Revision;
import org.podium.gateway.subscription.History;
import org.podium.model.serde.SchemaRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages of the topics for readers of every version that were away for longer than the window reaches. One thread
 * and one consumer for all of them: what waits when a sweep begins is read in the same sweep, each record once and
 * decoded once, so that a thousand readers of a gateway that died cost about what one does. A request that finds the
 * queue full is refused.
 */
final class FeedHistory implements History, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedHistory.class);

    /** Records read in a sweep at most, so that a reader of little does not keep the others waiting. */
    private static final int READ = 50_000;

    /** Of these, those that only some of the readers lack at most: everyone gets on with every sweep. */
    private static final int SPREAD = READ / 2;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(10);

    /** As many as a gateway has streams, by default. */
    private static final int QUEUE = 20_000;

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
        Deque<Request> waiting = new ArrayDeque<>();
        try (consumer) {
            consumer.assign(tracks.partitions());
            while (!stopping) {
                if (waiting.isEmpty()) {
                    Request request = requests.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    if (request == null) {
                        continue;
                    }
                    waiting.add(request);
                }
                requests.drainTo(waiting, QUEUE - waiting.size());
                sweep(waiting);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InterruptException e) {
            LOG.atInfo().log("Reads history no longer: stopping");
        }
    }

    /** Answers the request that has waited for longest, and those that are near it; the others go on to wait. */
    private void sweep(Deque<Request> waiting) {
        List<OpenPage> pages = new ArrayList<>();
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(tracks.partitions());
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(tracks.partitions());
            Deque<OpenPage> known = new ArrayDeque<>();
            for (Request request = waiting.poll(); request != null; request = waiting.poll()) {
                open(request, begins, ends, known);
            }
            SharedRead shared = SharedRead.of(known, SPREAD);
            known.forEach(other -> waiting.add(other.request()));
            pages.addAll(shared.pages());
            read(pages, shared.least(), ends);
        } catch (OffsetOutOfRangeException e) {
            // Retention went on meanwhile: where topics begin now says for whom.
            pages.forEach(page -> waiting.addFirst(page.request()));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | SchemaRegistry.RegistryUnavailableException e) {
            LOG.atWarn().setCause(e).log("History cannot be read now; readers were told to come back");
            pages.forEach(page -> page.request().reply().accept(new Unavailable()));
            waiting.forEach(request -> request.reply().accept(new Unavailable()));
            waiting.clear();
        }
    }

    /** Begins a request's page, or says at once that some of it is gone. */
    private void open(
            Request request, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends, Deque<OpenPage> pages) {
        long[] starts = request.from().offsets();
        int track = 0;
        for (TopicPartition partition : tracks.partitions()) {
            long begin = begins.getOrDefault(partition, 0L);
            if (starts[track] < begin && tracks.isComplete(partition)) {
                request.reply().accept(new Gone());
                return;
            }
            // A reader may come from a gateway that saw more than this broker shows yet.
            starts[track] =
                    Math.clamp(starts[track], begin, Math.max(begin, ends.getOrDefault(partition, Long.MAX_VALUE)));
            track++;
        }
        pages.add(new OpenPage(request, starts));
    }

    /** Reads until everyone has a page, or all that there was, and takes pages out that have been handed over. */
    private void read(List<OpenPage> pages, long[] from, Map<TopicPartition, Long> ends) {
        int track = 0;
        for (TopicPartition partition : tracks.partitions()) {
            if (track < from.length) {
                consumer.seek(partition, from[track++]);
            }
        }
        long deadline = System.nanoTime() + SWEEP.toNanos();
        int read = 0;
        while (!pages.isEmpty() && read < READ && !reached(ends) && System.nanoTime() - deadline < 0) {
            long[] offered = tracks.offsets(consumer::position);
            for (ConsumerRecord<byte[], byte[]> received : consumer.poll(POLL)) {
                read++;
                reader.version(received).ifPresent(revision -> offer(revision, offered, pages));
            }
        }
        hand(List.copyOf(pages), tracks.offsets(consumer::position), pages);
    }

    /**
     * Offers a revision to every page, and hands over those that are full with it: what was polled together can be much
     * more than a page holds.
     *
     * @param offered offset up to which pages have been offered everything, one a track; moved on
     */
    private static void offer(Revision revision, long[] offered, List<OpenPage> pages) {
        pages.forEach(page -> page.offer(revision));
        offered[revision.origin().track()] = revision.origin().offset() + 1;
        hand(pages.stream().filter(OpenPage::isFull).toList(), offered, pages);
    }

    private static void hand(List<OpenPage> done, long[] read, List<OpenPage> pages) {
        done.forEach(page -> page.close(read));
        pages.removeAll(done);
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
