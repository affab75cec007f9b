package org.podium.operations.kafka;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.podium.operations.config.Meaning;

/**
 * How a service reaches Kafka: {@code podium.kafka.*}. The times decide how long a client holds on to a broker that has
 * died; their defaults leave room within the 2.5 s of a result where Kafka's own, made for throughput, take 30 s and
 * more.
 */
public interface KafkaSettings {

    @Meaning("Brokers to ask first, HOST:PORT, separated by commas")
    @WithDefault("localhost:9092")
    List<String> bootstrapServers();

    @Meaning(
            "Properties file as Kafka's own tools take it, for security.protocol, sasl.*, ssl.* and whatever is secret")
    Optional<Path> clientFile();

    @Meaning(value = "Any property of Kafka's clients; wins over the file and over the keys here", secret = true)
    Map<String, String> client();

    @Meaning("How long a client waits for one answer of a broker before it asks another")
    @WithDefault("1s")
    Duration requestTimeout();

    @Meaning(
            "How long a producer waits for one answer of a broker before it turns to its successor; longer than a broker's session and than twice the brokers' own request timeout")
    @WithDefault("750ms")
    Duration producerRequestTimeout();

    @Meaning("How long a producer tries to send a record before it gives up; over the longest stall of a broker")
    @WithDefault("30s")
    Duration deliveryTimeout();

    @Meaning(
            "How long a call waits for metadata or for room in the producer's buffer, and a call of the admin client for its answer")
    @WithDefault("5s")
    Duration maxBlock();

    @Meaning("Oldest metadata; how soon a client without traffic learns of a new leader")
    @WithDefault("5s")
    Duration metadataMaxAge();

    @Meaning("First pause before a request or a connection is tried again")
    @WithDefault("20ms")
    Duration retryBackoff();

    @Meaning("Longest pause before a request or a connection is tried again")
    @WithDefault("200ms")
    Duration retryBackoffMax();

    @Meaning(
            "How long a producer of transactions leaves a broker alone that did not answer, and turns to its successor; longer than the time between two commits")
    @WithDefault("750ms")
    Duration producerReconnectBackoff();

    @Meaning(
            "How long the first try to connect to a broker may take; a machine that is gone does not refuse, it is silent")
    @WithDefault("500ms")
    Duration connectionSetup();

    @Meaning("How long a later try to connect to a broker may take")
    @WithDefault("1s")
    Duration connectionSetupMax();
}
