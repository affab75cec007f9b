package org.podium.lab.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.podium.lab.stack.Stack;

/** A Kafka producer without any of the project's care, as a careless system would use one. */
final class BareProducer implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    BareProducer(Stack stack) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.infrastructure().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(String topic, @Nullable Integer partition, String key, byte[] value)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    int partitions(String topic) {
        return producer.partitionsFor(topic).size();
    }

    @Override
    public void close() {
        producer.close();
    }
}
