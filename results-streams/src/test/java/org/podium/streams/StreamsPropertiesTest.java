package org.podium.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.Result;
import org.junit.jupiter.api.Test;
import org.podium.operations.config.Configuration;
import org.podium.operations.config.ConfigurationOptions;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.StartException;
import org.podium.streams.topology.NeverSkips;

class StreamsPropertiesTest {

    /** Operators have these keys in their files: a change of one is a change for them. */
    @Test
    void keepsItsKeysAndDefaults() {
        Map<String, String> own = new TreeMap<>();
        load(Map.of()).values().forEach((key, value) -> {
            if (key.startsWith("podium.streams.")) {
                own.put(key.substring("podium.streams.".length()), value);
            }
        });

        assertThat(own)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("application-id", "podium-results-streams"),
                        Map.entry("commit-interval", "10ms"),
                        Map.entry("consumer-request-timeout", "400ms"),
                        Map.entry("decoded-units-percentage", "25"),
                        Map.entry("dry-run", "5s"),
                        Map.entry("feed", "production"),
                        Map.entry("guarantee", "exactly-once"),
                        Map.entry("heartbeat-interval", "100ms"),
                        Map.entry("registry-patience", "60s"),
                        Map.entry("session-timeout", "900ms"),
                        Map.entry("standby-replicas", "1"),
                        Map.entry("start-timeout", "30s"),
                        Map.entry("state-dir", "data/streams"),
                        Map.entry("threads", "1"),
                        Map.entry("transaction-timeout", "15s")));
    }

    @Test
    void transactionsOutlastABrokersDeathAndFailuresAreNoticedSoon() {
        StreamsConfig config = new StreamsConfig(properties(Map.of()));

        assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
                .isEqualTo(StreamsConfig.EXACTLY_ONCE_V2);
        assertThat(config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(10);
        assertThat(config.getBoolean(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG))
                .isTrue();
        assertThat(config.getProducerConfigs("a"))
                .containsEntry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000)
                .containsEntry(ProducerConfig.LINGER_MS_CONFIG, 10)
                .containsEntry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 750)
                .containsEntry(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 750)
                .containsEntry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 750)
                .containsEntry(ProducerConfig.METADATA_MAX_AGE_CONFIG, 125);
        assertThat(config.getMainConsumerConfigs("group", "a", 0))
                .containsEntry(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 400)
                .containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 900)
                .containsEntry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 100)
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    }

    /** A member that asks who coordinates its group, and is sent to one that hangs, has to get past two requests. */
    @Test
    void twoUnansweredRequestsAreShorterThanASession() {
        StreamsConfig config = new StreamsConfig(properties(Map.of()));

        ConsumerConfig consumer = new ConsumerConfig(consumerOf(config));
        assertThat(2 * consumer.getInt(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG))
                .isLessThan(consumer.getInt(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG));
    }

    private static Map<String, Object> consumerOf(StreamsConfig config) {
        Map<String, Object> properties = new HashMap<>(config.getMainConsumerConfigs("group", "a", 0));
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return properties;
    }

    @Test
    void whoHasNotCaughtUpTakesNothingOver() {
        StreamsConfig config = new StreamsConfig(properties(Map.of()));

        assertThat(config.getLong(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG)).isLessThan(1_000);
    }

    @Test
    void whatIsDoneIsCommittedAtOnceAndInOrder() {
        StreamsConfig config = new StreamsConfig(properties(Map.of("PODIUM_STREAMS_COMMIT_INTERVAL", "30ms")));

        assertThat(config.getLong(StreamsConfig.POLL_MS_CONFIG)).isEqualTo(30);
        assertThat(config.getProducerConfigs("a"))
                .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    }

    @Test
    void withAPaceTheIntervalOfKafkaStreamsIsNotInItsWay() {
        StreamsConfig config = new StreamsConfig(properties(
                Map.of("PODIUM_STREAMS_COMMIT_INTERVAL", "30ms", "PODIUM_STREAMS_LONGEST_COMMIT_INTERVAL", "500ms")));

        assertThat(config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(5_000);
        assertThat(config.getLong(StreamsConfig.POLL_MS_CONFIG)).isEqualTo(30);
        assertThat(config.getProducerConfigs("a")).containsEntry(ProducerConfig.LINGER_MS_CONFIG, 500);
    }

    /** It says so before it looks for a cluster. */
    @Test
    void unitsInMemoryLeaveSomeOfTheHeap() {
        ResultsStreams greedy = new ResultsStreams(
                load(Map.of("PODIUM_STREAMS_DECODED_UNITS_PERCENTAGE", "90")).settings(), new SimpleMeterRegistry());

        assertThatThrownBy(greedy::start)
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("podium.streams.decoded-units-percentage is 90")
                .hasMessageContaining("0 to 75");
    }

    @Test
    void theGuaranteeIsASetting() {
        StreamsConfig config = new StreamsConfig(properties(Map.of("PODIUM_STREAMS_GUARANTEE", "at-least-once")));

        assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo(StreamsConfig.AT_LEAST_ONCE);
        assertThat(config.getProducerConfigs("a")).doesNotContainKey(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
    }

    @Test
    void aRecordThatCannotBeWrittenIsNeverLeftOut() {
        ProductionExceptionHandler handler = new StreamsConfig(properties(Map.of())).productionExceptionHandler();

        assertThat(handler).isInstanceOf(NeverSkips.class);

        assertThat(handler.handleError(null, null, new RecordTooLargeException("9 MB"))
                        .result())
                .isEqualTo(Result.FAIL);
        assertThat(handler.handleError(null, null, new NotEnoughReplicasException("1 of 2"))
                        .result())
                .isEqualTo(Result.RETRY);
    }

    private static Properties properties(Map<String, String> environment) {
        return StreamsProperties.of(load(environment).settings());
    }

    private static Configuration<StreamsSettings> load(Map<String, String> environment) {
        Map<String, String> all = new TreeMap<>(environment);
        all.put("PODIUM_VENUES", "STA,POO");
        return Configuration.load(StreamsSettings.class, new ConfigurationOptions(), all);
    }
}
