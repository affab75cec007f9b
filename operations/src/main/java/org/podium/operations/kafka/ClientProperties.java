package org.podium.operations.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.StartException;

/**
 * The properties of Kafka's clients that every client of the project has. Each method returns a new map that the caller
 * may add to; what a single client needs besides, such as a commit interval or a group, is its own business. Properties
 * of {@code podium.kafka.client-file} and {@code podium.kafka.client.*} are in there and win.
 */
public final class ClientProperties {

    private final Map<String, Object> shared;
    private final Map<String, Object> chosen;
    private final KafkaSettings settings;

    /** @throws StartException when the file with client properties cannot be read */
    public ClientProperties(KafkaSettings settings) {
        this.settings = settings;
        this.shared = shared(settings);
        this.chosen = chosen(settings);
    }

    /**
     * Of a producer that loses nothing, repeats nothing and keeps the order: acknowledged by all replicas that are in
     * sync, idempotent, as many tries as fit into {@link KafkaSettings#deliveryTimeout}.
     */
    public Map<String, Object> producer(String clientId) {
        Map<String, Object> properties = new HashMap<>(shared);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A broker knows a repeated batch again among the last five of a producer. While one whose answer was late is
        // sent again, those after it may have been acknowledged and others follow: with several under way the broker
        // forgets the late one, refuses it as out of order, and nothing gets past it until it is given up.
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.putAll(producerTimes());
        properties.putAll(chosen);
        return properties;
    }

    /** Of a consumer that sees committed records only and never creates a topic by asking for it. */
    public Map<String, Object> consumer(String clientId) {
        return consumer(clientId, settings.requestTimeout());
    }

    /**
     * The same for one that others wait for.
     *
     * @param requestTimeout in the place of {@link KafkaSettings#requestTimeout}
     */
    public Map<String, Object> consumer(String clientId, Duration requestTimeout) {
        Map<String, Object> properties = new HashMap<>(shared);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        // Consumers read what transactions have not committed, or have aborted, unless they are told not to.
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis(requestTimeout));
        properties.putAll(consumerTimes(requestTimeout));
        properties.putAll(chosen);
        return properties;
    }

    /** Of an admin client. */
    public Map<String, Object> admin(String clientId) {
        return admin(clientId, settings.requestTimeout(), settings.maxBlock());
    }

    /**
     * Of an admin client for which nobody waits, such as that of a service that starts. Where much starts at once, a
     * handshake alone takes longer than the answer of a broker that lives may take otherwise: who gave up then and
     * started anew would never get through.
     *
     * @param patience how long a call may take with all its tries
     */
    public Map<String, Object> patientAdmin(String clientId, Duration patience) {
        return admin(clientId, patience.dividedBy(3), patience);
    }

    private Map<String, Object> admin(String clientId, Duration requestTimeout, Duration callTimeout) {
        Map<String, Object> properties = new HashMap<>(shared);
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, clientId);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(requestTimeout));
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(callTimeout));
        properties.putAll(chosen);
        return properties;
    }

    /**
     * Of Kafka Streams: what its clients share, and with a prefix what only its producer or its consumers know. Client
     * ids are left to Kafka Streams, which makes them of application and process.
     *
     * @param consumerRequestTimeout of its consumers, in the place of {@link KafkaSettings#requestTimeout}
     */
    public Map<String, Object> streams(Duration consumerRequestTimeout) {
        Map<String, Object> properties = new HashMap<>(shared);
        properties.put("consumer." + CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis(consumerRequestTimeout));
        producerTimes().forEach((name, value) -> properties.put("producer." + name, value));
        transactionTimes().forEach((name, value) -> properties.put("producer." + name, value));
        consumerTimes(consumerRequestTimeout).forEach((name, value) -> properties.put("consumer." + name, value));
        properties.putAll(chosen);
        return properties;
    }

    private Map<String, Object> producerTimes() {
        return Map.of(
                // A result is worth more now than a full batch later: Kafka's own default waits for 5 ms, Streams' for
                // 100.
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                millis(settings.deliveryTimeout()),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                millis(settings.maxBlock()),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis(settings.producerRequestTimeout()),
                // What is sent to a broker that hangs is overdue as much later as it is still taken for the leader. And
                // with nothing to send, a producer looks for answers that are overdue when its metadata is too old, or
                // when another request timeout is over.
                ProducerConfig.METADATA_MAX_AGE_CONFIG,
                millis(settings.producerRequestTimeout().dividedBy(6)));
    }

    private Map<String, Object> transactionTimes() {
        return Map.of(
                // A process that hangs still takes connections and says nothing on them. A producer that needs the
                // transaction's coordinator and tries it again soon, as by default, waits for a second answer that does
                // not come, and does nothing else meanwhile.
                ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG,
                millis(settings.producerReconnectBackoff()),
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                millis(settings.producerReconnectBackoff()));
    }

    private Map<String, Object> consumerTimes(Duration requestTimeout) {
        return Map.of(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis(settings.maxBlock()),
                // A broker that has nothing new keeps a request for this long: well under what counts as no answer.
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                millis(requestTimeout.dividedBy(2)));
    }

    private static Map<String, Object> shared(KafkaSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, List.copyOf(settings.bootstrapServers()));
        // A dead broker is noticed by an answer that does not come: Kafka's default waits for it for 30 s.
        properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis(settings.requestTimeout()));
        // After a broker's death its successor is there within a second or two: ask often, and never pause for long.
        properties.put(CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG, millis(settings.retryBackoff()));
        properties.put(CommonClientConfigs.RETRY_BACKOFF_MAX_MS_CONFIG, millis(settings.retryBackoffMax()));
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, millis(settings.retryBackoff()));
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, millis(settings.retryBackoffMax()));
        // A machine that is gone answers nothing at all; Kafka's defaults wait for it for 10 and 30 s.
        properties.put(
                CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, millis(settings.connectionSetup()));
        properties.put(
                CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG,
                millis(settings.connectionSetupMax()));
        // A client that is idle when a leader changes learns of it from metadata alone; Kafka's default is five
        // minutes.
        properties.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, millis(settings.metadataMaxAge()));
        return properties;
    }

    private static Map<String, Object> chosen(KafkaSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        settings.clientFile().ifPresent(file -> properties.putAll(read(file)));
        properties.putAll(settings.client());
        return properties;
    }

    private static Map<String, Object> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(
                    ExitCode.CONFIGURATION,
                    "podium.kafka.client-file = %s cannot be read as a properties file: %s".formatted(file, e),
                    e);
        }
        Map<String, Object> map = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
