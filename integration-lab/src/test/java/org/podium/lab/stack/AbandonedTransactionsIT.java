package org.podium.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.streams.failover.AbandonedTransactions;

/** What is done about the transactions of instances that are gone, by a broker that would keep them for a minute. */
class AbandonedTransactionsIT {

    private static final String MINUTE = "60000";

    @TempDir
    private static Path directory;

    private static Broker broker;
    private static Admin admin;

    private final String application = "app-" + UUID.randomUUID();
    private final String topic = "results-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        broker = Broker.start(directory, why -> {});
        admin = Admin.create(broker.clientProperties());
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @BeforeEach
    void createTopic() throws Exception {
        admin.createTopics(Set.of(new NewTopic(topic, 2, (short) 1))).all().get();
    }

    @Test
    void readersGoOnWhenTheOwnerOfATransactionHasLeftTheGroup() throws Exception {
        UUID here = UUID.randomUUID();
        try (KafkaProducer<String, String> gone = openTransaction(UUID.randomUUID(), 0);
                KafkaProducer<String, String> alive = openTransaction(here, 1);
                KafkaConsumer<String, String> member = member(application + "-" + here + "-StreamThread-1-consumer");
                KafkaProducer<String, String> next = producer(Map.of())) {
            next.send(new ProducerRecord<>(topic, 0, null, "after it")).get();

            try (AbandonedTransactions ended = looking(KafkaStreams.State.REBALANCING)) {
                assertThat(committed(0)).containsExactly("after it");
                assertThat(ended.end()).as("left to end").isEmpty();
            }

            assertThatThrownBy(gone::commitTransaction).isInstanceOf(ApiException.class);
            assertThatNoException().isThrownBy(alive::commitTransaction);
            assertThat(member.assignment()).isNotEmpty();
        }
    }

    @Test
    void nothingIsEndedWhileAMemberDoesNotTellItsProcess() throws Exception {
        try (KafkaProducer<String, String> open = openTransaction(UUID.randomUUID(), 0);
                KafkaConsumer<String, String> member = member("chosen by an operator");
                AbandonedTransactions abandoned = looking(KafkaStreams.State.RUNNING)) {
            assertThat(abandoned.end()).isEmpty();
            assertThatNoException().isThrownBy(open::commitTransaction);
            assertThat(member.assignment()).isNotEmpty();
        }
    }

    @Test
    void nothingIsEndedOfAnotherApplication() throws Exception {
        try (KafkaProducer<String, String> other = begun("app2-" + UUID.randomUUID() + "-1", 0);
                KafkaConsumer<String, String> member =
                        member(application + "-" + UUID.randomUUID() + "-StreamThread-1-consumer");
                AbandonedTransactions abandoned = looking(KafkaStreams.State.RUNNING)) {
            assertThat(abandoned.end()).isEmpty();
            assertThatNoException().isThrownBy(other::commitTransaction);
            assertThat(member.assignment()).isNotEmpty();
        }
    }

    private AbandonedTransactions looking(KafkaStreams.State state) {
        return new AbandonedTransactions(Admin.create(broker.clientProperties()), application, () -> state);
    }

    /** A transaction as Kafka Streams names those of a process. */
    private KafkaProducer<String, String> openTransaction(UUID process, int partition) throws Exception {
        return begun(application + "-" + process + "-1", partition);
    }

    private KafkaProducer<String, String> begun(String transactionalId, int partition) throws Exception {
        KafkaProducer<String, String> producer =
                producer(Map.of("transactional.id", transactionalId, "transaction.timeout.ms", MINUTE));
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, partition, null, "in it")).get();
        return producer;
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(broker.clientProperties());
        properties.putAll(own);
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    /** A member of the group, once it has been assigned something. */
    private KafkaConsumer<String, String> member(String clientId) {
        KafkaConsumer<String, String> member = consumer(Map.of("client.id", clientId, "group.id", application));
        member.subscribe(List.of(topic));
        while (member.assignment().isEmpty()) {
            member.poll(Duration.ofMillis(100));
        }
        return member;
    }

    private static KafkaConsumer<String, String> consumer(Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(broker.clientProperties());
        properties.putAll(own);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    /** The first that is committed in a partition; empty when nothing is before half of the broker's patience. */
    private List<String> committed(int partition) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> reader = consumer(Map.of("isolation.level", "read_committed"))) {
            TopicPartition source = new TopicPartition(topic, partition);
            reader.assign(List.of(source));
            reader.seekToBeginning(List.of(source));
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.isEmpty() && System.nanoTime() < end) {
                reader.poll(Duration.ofMillis(100)).forEach(read -> values.add(read.value()));
            }
        }
        return values;
    }
}
