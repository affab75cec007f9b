package org.podium.lab.controlroom;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireDecoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.RejectedEvent;

/** Follows what the pipeline rejects, flags and parks from the moment when it is opened. */
public final class Rejects implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final WireDecoder<RejectedEvent> decoder;
    private final List<RejectedEvent> all = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private Rejects(KafkaConsumer<byte[], byte[]> consumer, WireDecoder<RejectedEvent> decoder) {
        this.consumer = consumer;
        this.decoder = decoder;
        this.thread = Thread.ofPlatform().name("rejects").daemon().unstarted(this::follow);
    }

    /** Begins to follow. What is on the topic already is passed over. */
    public static Rejects follow(String bootstrapServers, SchemaRegistry registry) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TopicCatalogue.RESULTS_REJECTED.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Rejects rejects = new Rejects(consumer, WireDecoder.of(RejectedEvent.class, registry));
        rejects.thread.start();
        return rejects;
    }

    private void follow() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    switch (decoder.decode(record.value())) {
                        case Decoded.Message<RejectedEvent> message -> all.add(message.value());
                        case Decoded.Failure<RejectedEvent> failure ->
                            throw new IllegalStateException(
                                    "%s holds what is no reject: %s".formatted(record.topic(), failure.sentence()));
                    }
                }
            }
        } catch (WakeupException | InterruptException e) {
            // Closed.
        }
    }

    /** All so far, in the order of their arrival. */
    public List<RejectedEvent> all() {
        return List.copyOf(all);
    }

    /** Numbers by reason of those that the predicate takes. */
    public Map<RejectReason, Long> byReason(Predicate<RejectedEvent> which) {
        Map<RejectReason, Long> numbers = new EnumMap<>(RejectReason.class);
        all.stream().filter(which).forEach(reject -> numbers.merge(reject.getReason(), 1L, Long::sum));
        return numbers;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
