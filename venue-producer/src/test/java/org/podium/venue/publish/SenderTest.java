package org.podium.venue.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.venue.publish.Sender.Step;
import org.podium.venue.spool.Spool;
import org.podium.venue.spool.SpoolSettings;
import org.podium.venue.spool.Sync;

class SenderTest {

    private static final byte[] KEY = Fixtures.EVENT_KEY.getBytes(StandardCharsets.UTF_8);

    private final Path directory;
    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private Spool spool;
    private Sender sender;

    SenderTest(@TempDir Path directory) {
        this.directory = directory;
        this.spool = openSpool();
        this.sender = newSender();
    }

    @AfterEach
    void close() {
        sender.close();
        spool.close();
    }

    @Test
    void sendsInOrderWithKeyAndTheMomentOfTaking() throws InterruptedException {
        spool.take(1_001, KEY, bytes("1"));
        spool.take(1_002, KEY, bytes("2"));
        assertThat(stepUntilIdle()).containsExactly(Step.SENT, Step.SENT, Step.NOTHING_TO_SEND);
        List<ProducerRecord<byte[], byte[]>> sent = producer().history();
        assertThat(sent).extracting(ProducerRecord::timestamp).containsExactly(1_001L, 1_002L);
        assertThat(sent).extracting(ProducerRecord::topic).containsOnly("venue.STA.events");
        assertThat(sent).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(KEY);
            assertThat(record.partition()).isNull();
        });
        assertThat(values(sent)).containsExactly("1", "2");
    }

    @Test
    void aRecordWaitsInTheSpoolUntilItIsAcknowledged() throws InterruptedException {
        take("1", "2");
        stepUntilIdle();
        assertThat(spool.waiting()).isEqualTo(2);
        producer().completeNext();
        assertThat(spool.waiting()).isEqualTo(1);
        assertThat(acknowledged).containsExactly(1L);
    }

    @Test
    void sendsAgainFromTheOldestUnacknowledgedWhenKafkaGaveARecordUp() throws InterruptedException {
        take("1", "2", "3");
        stepUntilIdle();
        producer().completeNext();
        producer().errorNext(new TimeoutException("expired"));
        producer().completeNext();
        assertThat(sender.step()).isEqualTo(Step.FAILED);
        assertThat(sender.problem()).contains("expired");
        stepUntilIdle();
        assertThat(values(producer().history())).containsExactly("1", "2", "3", "2");
        producer().completeNext();
        assertThat(spool.waiting()).isZero();
        assertThat(sender.problem()).isEmpty();
    }

    @Test
    void saysToPeopleWhatTheyCanMend() throws InterruptedException {
        take("1");
        stepUntilIdle();
        producer()
                .errorNext(new TimeoutException(
                        "Topic venue.STA.events not present in metadata after 5000 ms.",
                        new UnknownTopicOrPartitionException()));
        sender.step();
        assertThat(sender.problem().orElseThrow())
                .isEqualTo(
                        "the brokers have no topic venue.STA.events; check the venue's code, or have the venue added to the deployment");
        stepUntilIdle();
        producer().errorNext(new TopicAuthorizationException("Not authorized to access topics: [venue.STA.events]"));
        sender.step();
        assertThat(sender.problem().orElseThrow())
                .isEqualTo(
                        "this credential may not write to venue.STA.events; check the venue's code and whose credential this is");
    }

    @Test
    void sendsNothingNewWhileRecordsThatFollowAFailedOneAreUnderWay() throws InterruptedException {
        take("1", "2", "3");
        stepUntilIdle();
        producer().errorNext(new TimeoutException("expired"));
        take("4");
        assertThat(sender.step()).isEqualTo(Step.WAITING);
        producer().errorNext(new TimeoutException("expired"));
        assertThat(sender.step()).isEqualTo(Step.WAITING);
        producer().errorNext(new TimeoutException("expired"));
        assertThat(sender.step()).isEqualTo(Step.FAILED);
        stepUntilIdle();
        assertThat(values(producer().history())).containsExactly("1", "2", "3", "1", "2", "3", "4");
    }

    @Test
    void makesANewProducerWhenTheOldOneCannotGoOn() throws InterruptedException {
        take("1");
        stepUntilIdle();
        MockProducer<byte[], byte[]> broken = producer();
        broken.completeNext();
        broken.sendException = new KafkaException("in an error state");
        take("2");
        assertThat(sender.step()).isEqualTo(Step.WAITING);
        assertThat(broken.closed()).isTrue();
        assertThat(sender.step()).isEqualTo(Step.FAILED);
        stepUntilIdle();
        assertThat(producers).hasSize(2);
        assertThat(values(producer().history())).containsExactly("2");
    }

    @Test
    void letsItsThreadEndWhenItIsInterruptedWhileTheProducerBlocks() throws InterruptedException {
        take("1");
        stepUntilIdle();
        producer().completeNext();
        producer().sendException = new InterruptException("interrupted");
        take("2");
        assertThatThrownBy(sender::step).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(producer().closed()).isFalse();
        assertThat(spool.waiting()).isEqualTo(1);
    }

    @Test
    void saysWhatKafkaSaysWhenACredentialIsRefused() throws InterruptedException {
        take("1");
        stepUntilIdle();
        producer().errorNext(new AuthenticationException("Invalid credentials with SASL mechanism PLAIN"));
        assertThat(sender.step()).isEqualTo(Step.FAILED);
        assertThat(sender.problem()).contains("Invalid credentials with SASL mechanism PLAIN");
        assertThat(spool.waiting()).isEqualTo(1);
    }

    @Test
    void hasOnlySoManyRecordsUnderWay() throws InterruptedException {
        for (int i = 0; i <= Sender.MOST_IN_FLIGHT; i++) {
            take("x");
        }
        assertThat(stepUntilIdle()).filteredOn(Step.SENT::equals).hasSize(Sender.MOST_IN_FLIGHT);
        assertThat(sender.step()).isEqualTo(Step.WAITING);
        producer().completeNext();
        assertThat(sender.step()).isEqualTo(Step.SENT);
    }

    @Test
    void sendsTheUnacknowledgedInOrderAfterARestart() throws InterruptedException {
        take("1", "2", "3", "4");
        stepUntilIdle();
        producer().completeNext();
        sender.close();
        spool.close();
        spool = openSpool();
        sender = newSender();
        take("5");
        stepUntilIdle();
        assertThat(values(producer().history())).containsExactly("2", "3", "4", "5");
    }

    private Spool openSpool() {
        return Spool.open(
                new SpoolSettings(directory, "venue.STA.events", SpoolSettings.LEAST_BYTES, Sync.OPERATING_SYSTEM));
    }

    private Sender newSender() {
        return new Sender(spool, "venue.STA.events", this::newProducer, position -> {
            if (position > 0) {
                acknowledged.add(position);
            }
        });
    }

    private Producer<byte[], byte[]> newProducer() {
        producers.add(new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()));
        return producer();
    }

    private MockProducer<byte[], byte[]> producer() {
        return producers.getLast();
    }

    private void take(String... values) {
        for (String value : values) {
            spool.take(0, KEY, bytes(value));
        }
    }

    private List<Step> stepUntilIdle() throws InterruptedException {
        List<Step> steps = new ArrayList<>();
        do {
            steps.add(sender.step());
        } while (steps.getLast() == Step.SENT);
        return steps;
    }

    private static List<String> values(List<ProducerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
