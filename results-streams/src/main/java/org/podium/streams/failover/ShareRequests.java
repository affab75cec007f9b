package org.podium.streams.failover;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;
import org.podium.streams.backlog.BacklogConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the group for this instance's share of the work as soon as copies of stores that are new to it have caught up.
 * Kafka Streams finds out by itself, but looks once a minute and no more often.
 *
 * <pre>
 *   instance joins ──► copies of the stores are made while others work ──► caught up ──► the group rebalances
 * </pre>
 *
 * <p>A rebalance is asked for by the thread that polls, as the protocol wants it: {@link #consumer} makes consumers
 * that do so.
 */
public final class ShareRequests implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ShareRequests.class);

    /** A look asks each broker once for the ends of the changelogs, and there are looks only while copies are made. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final AtomicInteger requests = new AtomicInteger();
    private final Copies copies;
    private @Nullable Looks looks;

    /**
     * Asks for nothing yet.
     *
     * @param acceptableLag how many records a task's copy may lack and be given the work, as Kafka Streams is set
     */
    public ShareRequests(long acceptableLag) {
        this.copies = new Copies(acceptableLag);
    }

    /**
     * The consumer of a thread of the instance.
     *
     * @param together topics whose records may be handed on together
     * @param fullPoll records that a poll brings at most
     */
    public Consumer<byte[], byte[]> consumer(Map<String, Object> config, Predicate<String> together, int fullPoll) {
        return new BacklogConsumer(config, together, fullPoll) {

            private int answered = requests.get();

            @Override
            public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
                int asked = requests.get();
                if (asked != answered) {
                    answered = asked;
                    enforceRebalance("copies of stores have caught up");
                }
                return super.poll(timeout);
            }
        };
    }

    /** Begins to look after the copies of an instance whose consumers were made here. */
    public void lookAfter(KafkaStreams instance) {
        looks = Looks.start("share-requests", PAUSE, () -> looked(instance));
    }

    /** False when Kafka could not be asked. */
    private boolean looked(KafkaStreams instance) {
        if (instance.state() != KafkaStreams.State.RUNNING) {
            return true;
        }
        try {
            Set<TaskId> standby = new HashSet<>();
            for (ThreadMetadata thread : instance.metadataForLocalThreads()) {
                thread.standbyTasks().forEach(task -> standby.add(task.taskId()));
            }
            if (!copies.inTheMaking(standby)) {
                return true;
            }
            Map<Integer, Long> lags = lags(instance);
            // Of a store that has yet to be opened nothing is known.
            if (copies.made(task -> lags.getOrDefault(task.partition(), Long.MAX_VALUE))) {
                log.info("copies of stores have caught up; asking for a share of the work");
                requests.incrementAndGet();
            }
            return true;
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("reason", e.getMessage())
                    .log("how far copies of stores are could not be found out; trying again");
            return false;
        }
    }

    /** How many records stores lack, by partition. Those of different tasks are added up, which is never too little. */
    private static Map<Integer, Long> lags(KafkaStreams instance) {
        Map<Integer, Long> lags = new HashMap<>();
        instance.allLocalStorePartitionLags()
                .values()
                .forEach(store -> store.forEach((partition, lag) -> lags.merge(partition, lag.offsetLag(), Long::sum)));
        return lags;
    }

    /** Looks no more. */
    @Override
    public void close() {
        if (looks != null) {
            looks.close();
            looks = null;
        }
    }
}
