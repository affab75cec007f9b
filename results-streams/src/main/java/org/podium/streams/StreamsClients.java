package org.podium.streams;

import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.podium.streams.commit.CommitPace;
import org.podium.streams.failover.ShareRequests;

/** Kafka's own clients, of which those of a thread know its pace and the instance's requests. */
public final class StreamsClients implements KafkaClientSupplier {

    private final CommitPace pace;
    private final ShareRequests share;
    private final Predicate<String> together;

    /**
     * Clients of one instance.
     *
     * @param together topics whose records a thread that is behind takes together
     */
    public StreamsClients(CommitPace pace, ShareRequests share, Predicate<String> together) {
        this.pace = pace;
        this.share = share;
        this.together = together;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return pace.producer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return share.consumer(config, together, StreamsProperties.MAX_POLL_RECORDS);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return plain(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return plain(config);
    }

    private static Consumer<byte[], byte[]> plain(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
