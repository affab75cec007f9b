package org.podium.streams.backlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer of a stream thread. Where a poll brings as much as a poll may, its thread is behind, and what else waits
 * is polled for at once; what came of a partition then is handed on as one record.
 *
 * <pre>
 *   poll brings few ──► handed on one by one
 *   poll brings its most ──► polls go on until nothing comes, or enough has ──► handed on together
 * </pre>
 *
 * <p>A poll may end in an exception, or with partitions gone to somebody else: what came before stays for the next poll
 * in the first case, and is dropped in the second, as who has them now begins where the last commit was.
 */
public class BacklogConsumer extends KafkaConsumer<byte[], byte[]> {

    /** Records that a thread takes on before it polls again; of venue events a megabyte and a half. */
    private static final int MOST = 5_000;

    /** The next portion is on its way while the last one is taken; longer than that takes, there is none. */
    private static final Duration MOMENT = Duration.ofMillis(5);

    private static final long LONGEST_NANOS = Duration.ofMillis(200).toNanos();

    private final Predicate<String> topics;
    private final int fullPoll;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> waiting = new LinkedHashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> next = new LinkedHashMap<>();

    /**
     * A consumer.
     *
     * @param topics whose records may be handed on together
     * @param fullPoll records that a poll brings at most
     */
    public BacklogConsumer(Map<String, Object> config, Predicate<String> topics, int fullPoll) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.topics = topics;
        this.fullPoll = fullPoll;
    }

    @Override
    public void subscribe(Collection<String> to, ConsumerRebalanceListener listener) {
        super.subscribe(to, new Dropping(listener));
    }

    @Override
    public void subscribe(Pattern to, ConsumerRebalanceListener listener) {
        super.subscribe(to, new Dropping(listener));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        take(super.poll(waiting.isEmpty() ? timeout : Duration.ZERO));
        boolean behind = count() >= fullPoll;
        if (behind) {
            takeMore();
        }
        return handOn(behind);
    }

    private void takeMore() {
        long begun = System.nanoTime();
        boolean came = true;
        while (came && count() < MOST && System.nanoTime() - begun < LONGEST_NANOS && mayWait()) {
            came = take(super.poll(MOMENT)) > 0;
        }
    }

    /** Records that wait. */
    private int count() {
        return waiting.values().stream().mapToInt(List::size).sum();
    }

    /** Nothing is kept back for records that are handed on one by one. */
    private boolean mayWait() {
        return waiting.keySet().stream().allMatch(partition -> topics.test(partition.topic()));
    }

    private int take(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            waiting.computeIfAbsent(partition, none -> new ArrayList<>()).addAll(records.records(partition));
        }
        next.putAll(records.nextOffsets());
        return records.count();
    }

    private ConsumerRecords<byte[], byte[]> handOn(boolean behind) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
        waiting.forEach((partition, came) -> records.put(
                partition,
                behind && came.size() > 1 && topics.test(partition.topic())
                        ? List.of(Together.of(came))
                        : List.copyOf(came)));
        ConsumerRecords<byte[], byte[]> all = new ConsumerRecords<>(records, Map.copyOf(next));
        waiting.clear();
        next.clear();
        return all;
    }

    private void drop(Collection<TopicPartition> gone) {
        gone.forEach(partition -> {
            waiting.remove(partition);
            next.remove(partition);
        });
    }

    /** Drops what came of partitions before they went to somebody else. */
    private final class Dropping implements ConsumerRebalanceListener {

        private final ConsumerRebalanceListener listener;

        Dropping(ConsumerRebalanceListener listener) {
            this.listener = listener;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            listener.onPartitionsAssigned(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            drop(partitions);
            listener.onPartitionsRevoked(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            drop(partitions);
            listener.onPartitionsLost(partitions);
        }
    }
}
