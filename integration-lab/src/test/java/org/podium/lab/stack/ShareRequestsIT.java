package org.podium.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.streams.StreamsClients;
import org.podium.streams.commit.CommitPace;
import org.podium.streams.failover.ShareRequests;

/** An instance that comes to a group whose work has been going on for a while. */
class ShareRequestsIT {

    private static final int PARTITIONS = 2;
    private static final int RECORDS = 2_000;
    private static final long ACCEPTABLE_LAG = 100;

    /** How often Kafka Streams looks by itself; no less is allowed. */
    private static final Duration PROBING = Duration.ofMinutes(1);

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void takesItsShareAsSoonAsItsCopiesHaveCaughtUp() throws Exception {
        try (Broker broker = Broker.start(directory.resolve("broker"), why -> {})) {
            fillTopic(broker);
            ShareRequests ofOld = new ShareRequests(ACCEPTABLE_LAG);
            ShareRequests ofNew = new ShareRequests(ACCEPTABLE_LAG);
            try (ofOld;
                    ofNew;
                    KafkaStreams old = instance(broker, "old", ofOld);
                    KafkaStreams young = instance(broker, "new", ofNew)) {
                old.start();
                ofOld.lookAfter(old);
                await().atMost(LIMIT).until(() -> active(old) == PARTITIONS && stored(old) == RECORDS);
                young.start();
                ofNew.lookAfter(young);
                long joined = System.nanoTime();
                await().atMost(LIMIT).until(() -> standby(young) == PARTITIONS);
                assertThat(active(young))
                        .as("given at once, with nothing stored")
                        .isZero();

                await().atMost(PROBING.minusSeconds(5)).until(() -> active(young) == 1 && active(old) == 1);

                assertThat(Duration.ofNanos(System.nanoTime() - joined)).isLessThan(PROBING);
                await().atMost(LIMIT).until(() -> stored(young) == RECORDS && stored(old) == RECORDS);
            }
        }
    }

    private void fillTopic(Broker broker) throws Exception {
        try (Admin admin = Admin.create(broker.clientProperties())) {
            admin.createTopics(Set.of(new NewTopic("marks", PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                new HashMap<>(broker.clientProperties()), new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                sent.add(producer.send(new ProducerRecord<>("marks", i % PARTITIONS, "competitor " + i, "9.90")));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    private KafkaStreams instance(Broker broker, String name, ShareRequests share) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.table(
                "marks",
                Consumed.with(Serdes.String(), Serdes.String()),
                Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as("best"));
        Properties properties = new Properties();
        properties.putAll(broker.clientProperties());
        properties.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "shares",
                StreamsConfig.STATE_DIR_CONFIG,
                directory.resolve(name).toString(),
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                1,
                StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG,
                ACCEPTABLE_LAG,
                StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG,
                PROBING.toMillis(),
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                100,
                // Who is closed leaves without a word, and the other waits for it until its session is over.
                StreamsConfig.consumerPrefix("session.timeout.ms"),
                3_000,
                StreamsConfig.consumerPrefix("heartbeat.interval.ms"),
                500,
                StreamsConfig.consumerPrefix("auto.offset.reset"),
                "earliest"));
        return new KafkaStreams(
                builder.build(), properties, new StreamsClients(CommitPace.ofKafkaStreams(), share, topic -> false));
    }

    /** How many records its stores have, those that it works on and copies. */
    private static long stored(KafkaStreams instance) {
        return instance.allLocalStorePartitionLags().values().stream()
                .flatMap(store -> store.values().stream())
                .mapToLong(lag -> lag.currentOffsetPosition())
                .sum();
    }

    private static long active(KafkaStreams instance) {
        return tasks(instance).mapToInt(thread -> thread.activeTasks().size()).sum();
    }

    private static long standby(KafkaStreams instance) {
        return tasks(instance).mapToInt(thread -> thread.standbyTasks().size()).sum();
    }

    private static Stream<ThreadMetadata> tasks(KafkaStreams instance) {
        return instance.metadataForLocalThreads().stream();
    }
}
