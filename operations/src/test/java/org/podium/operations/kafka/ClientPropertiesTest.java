package org.podium.operations.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.operations.config.Configuration;
import org.podium.operations.config.ConfigurationOptions;
import org.podium.operations.run.StartException;

final class ClientPropertiesTest {

    @TempDir
    private Path directory;

    /** Settings of a service that has clients alone. */
    @ConfigMapping(prefix = "podium")
    interface ClientsOnly {
        KafkaSettings kafka();
    }

    private static ClientProperties clients(Map<String, String> keys) {
        return new ClientProperties(
                Configuration.load(ClientsOnly.class, new ConfigurationOptions(null, keys), Map.of())
                        .settings()
                        .kafka());
    }

    @Test
    void producersLoseNothingAndKeepTheOrder() {
        Map<String, Object> producer = clients(Map.of()).producer("venue-STA");

        assertThat(producer)
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1)
                .containsEntry(ProducerConfig.LINGER_MS_CONFIG, 0)
                .containsEntry(ProducerConfig.CLIENT_ID_CONFIG, "venue-STA");
        assertThat(new ProducerConfig(withSerializers(producer))).isNotNull();
    }

    private static Map<String, Object> withSerializers(Map<String, Object> producer) {
        String bytes = "org.apache.kafka.common.serialization.ByteArraySerializer";
        producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, bytes);
        producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, bytes);
        return producer;
    }

    /** A producer that has nothing to send wakes when its metadata is too old, and sees then what is overdue. */
    @Test
    void producersNoticeAnOverdueAnswerSoon() {
        assertThat(clients(Map.of()).producer("venue-STA"))
                .containsEntry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 750)
                .containsEntry(ProducerConfig.METADATA_MAX_AGE_CONFIG, 125);
    }

    /** By the time of the first overdue answer its broker has a successor; asking it again would take as long again. */
    @Test
    void producersOfTransactionsLeaveABrokerThatDidNotAnswerAloneForAWhile() {
        assertThat(clients(Map.of()).streams(Duration.ofSeconds(1)))
                .containsEntry("producer." + CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 750)
                .containsEntry("producer." + CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 750);
        // One without a transaction waits for no coordinator, and may have given up a broker that was only busy.
        assertThat(clients(Map.of()).producer("venue-STA"))
                .containsEntry(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 20);
        // A consumer breaks the connection to a coordinator itself, before it asks the same broker again.
        assertThat(clients(Map.of()).consumer("gateway"))
                .containsEntry(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 20);
    }

    @Test
    void aConsumerThatOthersWaitForHasAPatienceOfItsOwn() {
        assertThat(clients(Map.of()).consumer("gateway", Duration.ofMillis(600)))
                .containsEntry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 600)
                .containsEntry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 300);
        assertThat(clients(Map.of("podium.kafka.client.request.timeout.ms", "3000"))
                        .consumer("gateway", Duration.ofMillis(600)))
                .containsEntry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, "3000");
    }

    @Test
    void consumersSeeCommittedRecordsOnly() {
        assertThat(clients(Map.of()).consumer("gateway"))
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)
                .containsEntry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    @Test
    void whoStartsWaitsLongerForAnAnswerThanWhoServes() {
        ClientProperties clients = clients(Map.of());

        assertThat(clients.patientAdmin("gateway", Duration.ofSeconds(30)))
                .containsEntry(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000)
                .containsEntry(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000);
        assertThat(clients.admin("gateway")).containsEntry(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000);
    }

    @Test
    void aChosenPropertyWinsOverTheFileAndThatOverOurs() throws IOException {
        Path file = Files.write(
                directory.resolve("client.properties"),
                List.of("security.protocol=SASL_SSL", "request.timeout.ms=2000", "acks=1"));

        Map<String, Object> producer = clients(Map.of(
                        "podium.kafka.client-file", file.toString(), "podium.kafka.client.request.timeout.ms", "3000"))
                .producer("venue-STA");

        assertThat(producer)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("request.timeout.ms", "3000")
                .containsEntry("acks", "1");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        String missing = directory.resolve("missing.properties").toString();

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> clients(Map.of("podium.kafka.client-file", missing)))
                .withMessageContaining(missing);
    }
}
