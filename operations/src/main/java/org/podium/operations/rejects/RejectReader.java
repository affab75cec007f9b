package org.podium.operations.rejects;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireDecoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.RejectedEvent;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.StartException;

/** Reads {@code results.rejected} from a moment on. For one thread, but for {@link #wakeUp}. */
public final class RejectReader implements AutoCloseable {

    private static final String TOPIC = TopicCatalogue.RESULTS_REJECTED.name();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final WireDecoder<RejectedEvent> decoder;
    private final Map<TopicPartition, Long> ends;

    private RejectReader(
            KafkaConsumer<byte[], byte[]> consumer, WireDecoder<RejectedEvent> decoder, Optional<Instant> since) {
        this.consumer = consumer;
        this.decoder = decoder;
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new StartException(
                    ExitCode.UNAVAILABLE,
                    "the brokers have no topic %s, or this credential may not read it; podium topics apply makes it"
                            .formatted(TOPIC));
        }
        consumer.assign(partitions);
        ends = consumer.endOffsets(partitions);
        seek(since);
    }

    private void seek(Optional<Instant> since) {
        Map<TopicPartition, OffsetAndTimestamp> found = since.map(moment ->
                        consumer.offsetsForTimes(ends.keySet().stream()
                                .collect(Collectors.toMap(Function.identity(), any -> moment.toEpochMilli()))))
                .orElse(Map.of());
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp first = found.get(partition);
            consumer.seek(partition, first == null ? end : first.offset());
        });
    }

    /**
     * Opens one.
     *
     * @param properties of its consumer
     * @param since begins with the first whose event an agent took then or later; empty for those that come from now on
     * @throws StartException when there is no such topic for whoever asks
     */
    public static RejectReader open(Map<String, Object> properties, SchemaRegistry registry, Optional<Instant> since) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            return new RejectReader(consumer, WireDecoder.of(RejectedEvent.class, registry), since);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /**
     * The next ones, in the order of each partition; none when none come in time.
     *
     * @throws org.apache.kafka.common.errors.WakeupException after {@link #wakeUp}
     */
    public List<RejectedEvent> poll(Duration atMost) {
        List<RejectedEvent> next = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
            switch (decoder.decode(record.value())) {
                case Decoded.Message<RejectedEvent> message -> next.add(message.value());
                case Decoded.Failure<RejectedEvent> failure ->
                    throw new StartException(
                            ExitCode.FAILED,
                            "%s, partition %d, offset %d is no reject: %s"
                                    .formatted(TOPIC, record.partition(), record.offset(), failure.sentence()));
            }
        }
        return next;
    }

    /** True when everything has been read that was there when this was opened. */
    public boolean hasReachedEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Lets {@link #poll} end, from any thread. */
    public void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
