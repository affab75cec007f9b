package org.podium.streams;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.podium.model.topic.Topic;
import org.podium.operations.kafka.ClientProperties;
import org.podium.streams.topology.NeverSkips;

/** Properties of Kafka Streams, each with its reason. */
final class StreamsProperties {

    /**
     * How many records a poll brings: few, so that an instance that stopped for a while notices it before it writes
     * much.
     */
    static final int MAX_POLL_RECORDS = 50;

    /** What a broker sends at a time: about a hundred venue events. */
    private static final int PORTION_BYTES = 32 << 10;

    /**
     * An instance whose copies of the stores lack more records than this does not take over from one that lives: what
     * it lacks would be waited for. By Kafka's default of 10,000 an instance that comes back with nothing is given its
     * tasks at once.
     */
    static final long RECORDS_TO_CATCH_UP = 100;

    /** How often is looked whether an instance has caught up, so that it takes its share; the least that is allowed. */
    private static final Duration SHARE_AGAIN = Duration.ofMinutes(1);

    /** With a pace, the interval of Kafka Streams is only for what nobody asks to have committed. */
    private static final Duration WITH_A_PACE = Duration.ofSeconds(5);

    private static final int BATCH_BYTES = 128 << 10;

    /** Restoring a store goes on with a poll, too: a longer one would be waited for when an instance takes over. */
    private static final Duration LONGEST_POLL = Duration.ofMillis(50);

    /**
     * A broker answers one request of a connection after the other. Who takes over asks where its stores end and begin,
     * and what is at their ends, and each of this would wait behind the question before: whether there is any news for
     * the copies.
     */
    private static final Duration LONGEST_WAIT_FOR_COPIES = Duration.ofMillis(50);

    private StreamsProperties() {}

    static Properties of(StreamsSettings settings) {
        StreamsSettings.Streams own = settings.streams();
        Duration longestCommitInterval = own.longestCommitInterval().orElse(own.commitInterval());
        Properties properties = new Properties();
        properties.putAll(new ClientProperties(settings.kafka()).streams(own.consumerRequestTimeout()));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, own.applicationId());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, own.stateDir().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, own.threads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, own.standbyReplicas());
        properties.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                own.guarantee() == StreamsSettings.Guarantee.EXACTLY_ONCE
                        ? StreamsConfig.EXACTLY_ONCE_V2
                        : StreamsConfig.AT_LEAST_ONCE);
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                (own.longestCommitInterval().isPresent() ? WITH_A_PACE : own.commitInterval()).toMillis());
        // A record that comes less than the interval after a commit is committed after the next poll: a poll that waits
        // longer for records that do not come keeps back what is done.
        properties.put(
                StreamsConfig.POLL_MS_CONFIG, Math.min(own.commitInterval().toMillis(), LONGEST_POLL.toMillis()));
        properties.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, RECORDS_TO_CATCH_UP);
        properties.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, SHARE_AGAIN.toMillis());
        // Generated names change with the wiring, and a changed name strands a store.
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // The copies that the broker keeps by default: 3 in a cluster, 1 on a single broker.
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, NeverSkips.class);
        // Topics of many venues are idle most of the time; waiting for their next record would be waiting for nothing.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0);
        properties.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), millis(own.sessionTimeout()));
        properties.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), millis(own.heartbeatInterval()));
        properties.put(consumer(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MAX_POLL_RECORDS);
        // A thread that waits for its commit does not poll: what it asked a broker that hangs is overdue only after the
        // commit, when the new leader has been there for long.
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.METADATA_MAX_AGE_CONFIG),
                millis(own.consumerRequestTimeout()));
        // Copies of stores need not be as quick as results: their consumer has the others' patience with a broker.
        properties.put(
                StreamsConfig.restoreConsumerPrefix(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG),
                millis(settings.kafka().requestTimeout()));
        properties.put(
                StreamsConfig.restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
                millis(LONGEST_WAIT_FOR_COPIES));
        // Polls bring what was fetched in the order in which it came, and all of it is worked on before the next poll.
        // Smaller portions let live records come between the thousands of a replay.
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), PORTION_BYTES);
        // A reject holds the whole record that it is about, and so does what is parked: a topic's largest and some
        // more.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topic.MAX_REJECTED_BYTES);
        properties.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                Integer.toString(Topic.MAX_REJECTED_BYTES));
        if (own.guarantee() == StreamsSettings.Guarantee.EXACTLY_ONCE) {
            properties.put(
                    StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                    millis(own.transactionTimeout()));
            // Nobody sees a record before its commit, which sends what still waits. Sent one by one, records would be a
            // dozen requests for each commit instead of one for each broker, and the first of them would come too soon
            // after the commit before.
            properties.put(
                    StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), millis(longestCommitInterval));
            // By default a partition's batch is sent when it has 16 KiB, which under load is several requests a commit.
            properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
            // While the markers of the last commit are not written everywhere, a broker takes no record of the next
            // transaction. Batches that follow the refused one come out of order then, and each is refused and sent
            // again, too. One at a time waits, and gathers what comes meanwhile.
            properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        }
        return properties;
    }

    private static String consumer(String property) {
        return StreamsConfig.consumerPrefix(property);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
