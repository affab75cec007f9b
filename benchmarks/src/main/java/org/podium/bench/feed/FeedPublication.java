package org.podium.bench.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.EventPartitions;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Result;

/** Publishes to {@code results.feed} as results-streams does: the same wire format, keys and partitions. */
public final class FeedPublication implements Publication {

    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final KafkaProducer<byte[], byte[]> producer;
    private final WireEncoder<Result> encoder;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private FeedPublication(KafkaProducer<byte[], byte[]> producer, WireEncoder<Result> encoder) {
        this.producer = producer;
        this.encoder = encoder;
    }

    /**
     * Connects to a cluster whose topics and schemas are there.
     *
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     * @throws SchemaRegistry.UnknownSchemaException when the schema is not registered
     */
    public static FeedPublication open(String bootstrapServers, URI registry) {
        try (SchemaRegistry schemas = new ConfluentSchemaRegistry(registry)) {
            WireEncoder<Result> encoder = WireEncoder.of(Result.class, schemas);
            Map<String, Object> settings = Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.LINGER_MS_CONFIG,
                    0);
            return new FeedPublication(
                    new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()), encoder);
        }
    }

    @Override
    public void publish(int unit, long version, long intendedMillis) {
        send(TopicCatalogue.RESULTS_FEED, unit, version, intendedMillis);
    }

    /** Publishes the first version of so many units, as the newest of each and as part of the feed. */
    public void fill(int firstUnit, int units, long intendedMillis) {
        for (int unit = firstUnit; unit < firstUnit + units; unit++) {
            send(TopicCatalogue.RESULTS_UNITS, unit, 1, intendedMillis);
            send(TopicCatalogue.RESULTS_FEED, unit, 1, intendedMillis);
        }
        flush();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback keeps what fails
    private void send(Topic topic, int unit, long version, long intendedMillis) {
        MadeUpUnit made = MadeUpUnit.number(unit);
        int partition = EventPartitions.partitionOf(
                made.key().event(), producer.partitionsFor(topic.name()).size());
        producer.send(
                new ProducerRecord<>(
                        topic.name(),
                        partition,
                        intendedMillis,
                        made.key().toString().getBytes(StandardCharsets.UTF_8),
                        encoder.encode(made.version(version, intendedMillis))),
                (written, e) -> {
                    if (e != null) {
                        failure.set(e);
                    }
                });
    }

    /**
     * Waits for everything that was sent.
     *
     * @throws IllegalStateException when something could not be written
     */
    public void flush() {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("A made-up result could not be written", failed);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
