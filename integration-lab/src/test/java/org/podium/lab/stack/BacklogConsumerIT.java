package org.podium.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.streams.backlog.BacklogConsumer;
import org.podium.streams.backlog.Together;

/** The consumer of a thread that is behind, on a real broker. */
class BacklogConsumerIT {

    private static final String TOPIC = "venue.STA.events";
    private static final int PARTITIONS = 6;
    private static final int FULL_POLL = 50;
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** About as long as a venue event. */
    private static final String VALUE = "x".repeat(300);

    @TempDir
    private Path directory;

    private Broker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = Broker.start(directory.resolve("broker"), why -> {});
        try (Admin admin = Admin.create(broker.clientProperties())) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void whatWaitsIsHandedOnTogetherAndBeginsWhereItsFirstRecordIs() throws Exception {
        fill(500);
        try (BacklogConsumer consumer = consumer("behind", true)) {
            Map<TopicPartition, Long> next = new HashMap<>();
            int records = 0;
            int handedOn = 0;
            while (records < 500 * PARTITIONS) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(LONGEST_POLL);
                for (ConsumerRecord<byte[], byte[]> record : polled) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    List<Together.One> ones = ones(record);
                    assertThat(record.offset()).isEqualTo(ones.getFirst().offset());
                    assertThat(record.timestamp()).isEqualTo(ones.getFirst().timestamp());
                    for (Together.One one : ones) {
                        assertThat(one.offset()).isEqualTo(next.getOrDefault(partition, 0L));
                        assertThat(one.key()).isEqualTo(key(partition.partition(), one.offset()));
                        next.put(partition, one.offset() + 1);
                    }
                    records += ones.size();
                    handedOn++;
                }
                polled.nextOffsets()
                        .forEach((partition, offset) ->
                                assertThat(offset.offset()).isEqualTo(next.getOrDefault(partition, 0L)));
            }
            assertThat(handedOn).isLessThan(records / 10);
        }
    }

    /** As at a Games: many partitions, and a unit or two on each. */
    @Test
    void whoIsBehindIsHandedOnTogetherWhatIsLittleOfEachPartition() throws Exception {
        int each = 20;
        fill(each);
        try (BacklogConsumer consumer = consumer("little", true)) {
            List<Together.One> ones = new ArrayList<>();
            int handedOn = 0;
            while (ones.size() < each * PARTITIONS) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LONGEST_POLL)) {
                    ones.addAll(ones(record));
                    handedOn++;
                }
            }
            assertThat(handedOn).isLessThanOrEqualTo(each * PARTITIONS - FULL_POLL + PARTITIONS);
        }
    }

    @Test
    void whatIsFewIsHandedOnOneByOne() throws Exception {
        fill(5);
        try (BacklogConsumer consumer = consumer("quick", true)) {
            assertThat(all(consumer, 5 * PARTITIONS)).noneMatch(record -> Together.isIn(record.headers()));
        }
    }

    @Test
    void otherTopicsAreHandedOnOneByOne() throws Exception {
        fill(100);
        try (BacklogConsumer consumer = consumer("others", false)) {
            assertThat(all(consumer, 100 * PARTITIONS)).noneMatch(record -> Together.isIn(record.headers()));
        }
    }

    /** Each commits what it was handed on before it polls again, so that nobody has a reason to get anything twice. */
    @Test
    void nothingIsLostOrComesTwiceWhilePartitionsGoToAndFro() throws Exception {
        int each = 4_000;
        fill(each);
        Map<TopicPartition, Set<Long>> seen = new ConcurrentHashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> comesAndGoes = other.submit(() -> {
                while (!done.get()) {
                    try (BacklogConsumer consumer = consumer("shared", true)) {
                        for (int i = 0; i < 3 && !done.get(); i++) {
                            take(consumer, seen);
                        }
                    }
                }
            });
            try (BacklogConsumer consumer = consumer("shared", true)) {
                long end = System.nanoTime() + LIMIT.toNanos();
                while (count(seen) < each * PARTITIONS && System.nanoTime() < end && !comesAndGoes.isDone()) {
                    take(consumer, seen);
                }
            } finally {
                done.set(true);
            }
            comesAndGoes.get();
        }
        assertThat(count(seen)).isEqualTo(each * PARTITIONS);
    }

    private static int count(Map<TopicPartition, Set<Long>> seen) {
        return seen.values().stream().mapToInt(Set::size).sum();
    }

    private static void take(BacklogConsumer consumer, Map<TopicPartition, Set<Long>> seen) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(LONGEST_POLL);
        assertThat(consumer.assignment()).containsAll(polled.partitions());
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            for (Together.One one : ones(record)) {
                assertThat(seen.computeIfAbsent(partition, first -> ConcurrentHashMap.newKeySet())
                                .add(one.offset()))
                        .as("%s@%d comes once", partition, one.offset())
                        .isTrue();
            }
        }
        Map<TopicPartition, OffsetAndMetadata> next = polled.nextOffsets();
        if (!next.isEmpty()) {
            consumer.commitSync(next);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> all(BacklogConsumer consumer, int number) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (records.size() < number && System.nanoTime() < end) {
            consumer.poll(LONGEST_POLL).forEach(records::add);
        }
        assertThat(records).hasSize(number);
        return records;
    }

    private static List<Together.One> ones(ConsumerRecord<byte[], byte[]> record) {
        return Together.isIn(record.headers())
                ? Together.read(record.value())
                : List.of(new Together.One(record.offset(), record.timestamp(), record.key(), record.value()));
    }

    private BacklogConsumer consumer(String group, boolean together) {
        Map<String, Object> config = new HashMap<>(broker.clientProperties());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, FULL_POLL);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 32 << 10);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        BacklogConsumer consumer = new BacklogConsumer(config, topic -> together, FULL_POLL);
        consumer.subscribe(List.of(TOPIC), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                // Positions are where the last commit was.
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                // What was handed on is committed.
            }
        });
        return consumer;
    }

    /** Keys say where a record is. */
    private void fill(int each) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                new HashMap<>(broker.clientProperties()), new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    sent.add(producer.send(new ProducerRecord<>(TOPIC, partition, partition + "@" + i, VALUE)));
                }
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private static byte[] key(int partition, long offset) {
        return (partition + "@" + offset).getBytes(StandardCharsets.UTF_8);
    }
}
