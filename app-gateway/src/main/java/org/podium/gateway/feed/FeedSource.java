package org.podium.gateway.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.subscription.History;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.FeedFlag;
import org.podium.operations.kafka.ClusterTopics;
import org.podium.operations.run.StartException;

/** Connects a board with the topics. */
public final class FeedSource implements AutoCloseable {

    /** How long a broker may wait for records that are not there, where we read those that have been there for long. */
    private static final int HISTORY_FETCH_WAIT_MILLIS = 20;

    private final Board board;
    private final FeedFollower follower;
    private final FeedHistory history;

    private FeedSource(Board board, FeedFollower follower, FeedHistory history) {
        this.board = board;
        this.follower = follower;
        this.history = history;
    }

    /**
     * What is followed and how much of it is kept.
     *
     * @param consumer settings of the Kafka consumer
     * @param admin settings of the Kafka admin client, which asks for the topics once
     * @param feed production or test; messages of the other one are left out
     * @param windowRevisions most revisions in the window
     * @param windowBytes most bytes of documents in the window
     * @param startTimeout how long the cluster may take to tell of its topics
     */
    public record Options(
            Map<String, Object> consumer,
            Map<String, Object> admin,
            FeedFlag feed,
            int windowRevisions,
            long windowBytes,
            Duration startTimeout) {}

    /**
     * Begins to follow. The board fills from then on, and becomes ready when it has everything that was on the topics.
     *
     * @param skips told the topic of a record that was left out, and why
     * @throws StartException when the cluster does not answer or a topic is missing
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     * @throws SchemaRegistry.UnknownSchemaException when a schema is not registered
     */
    public static FeedSource open(
            Options options, SchemaRegistry registry, Revisions revisions, BiConsumer<String, String> skips) {
        Map<String, TopicDescription> topics =
                ClusterTopics.describe(FeedFollower.topics(), options.admin(), options.startTimeout());
        Tracks tracks = new Tracks(topics.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        topic -> topic.getValue().partitions().size())));
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(options), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(topics);
            consumer.assign(partitions);
            // The feed's end before the others': what they bring was in the feed by then, or comes after.
            Map<TopicPartition, Long> starts = starts(consumer, partitions, options.windowRevisions());
            Map<TopicPartition, Long> loadTo = consumer.endOffsets(
                    partitions.stream().filter(FeedFollower::isLoaded).toList());
            starts.forEach(consumer::seek);
            Position start =
                    new Position(epoch(topics), tracks.offsets(partition -> starts.getOrDefault(partition, 0L)));
            Board board = new Board(options.windowRevisions(), options.windowBytes(), start);
            RecordReader reader = new RecordReader(tracks, options.feed(), revisions, skips::accept, registry);
            RecordReader ofHistory = new RecordReader(tracks, options.feed(), revisions, skips::accept, registry);
            FeedFollower follower = new FeedFollower(consumer, board, new Intake(board, reader), loadTo);
            FeedHistory history = new FeedHistory(
                    new KafkaConsumer<>(
                            historySettings(options), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                    tracks,
                    ofHistory);
            follower.start();
            history.start();
            return new FeedSource(board, follower, history);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Where retention overtakes us, what is left is still worth reading; offsets are our own business. */
    private static Map<String, Object> settings(Options options) {
        Map<String, Object> settings = new HashMap<>(options.consumer());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    /** Where retention has overtaken a reader it has to be told. */
    private static Map<String, Object> historySettings(Options options) {
        Map<String, Object> settings = new HashMap<>(options.consumer());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // What was asked for ahead at the end of the topics has to come back before another place can be read.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, HISTORY_FETCH_WAIT_MILLIS);
        settings.put(
                ConsumerConfig.CLIENT_ID_CONFIG, options.consumer().get(ConsumerConfig.CLIENT_ID_CONFIG) + "-history");
        return settings;
    }

    private static List<TopicPartition> partitions(Map<String, TopicDescription> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        topics.forEach((topic, description) -> description
                .partitions()
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        return partitions;
    }

    /** The feed from as far back as the window may hold, everything else from its beginning. */
    private static Map<TopicPartition, Long> starts(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, int windowRevisions) {
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(partitions));
        List<TopicPartition> feed = partitions.stream()
                .filter(partition -> partition.topic().equals(TopicCatalogue.RESULTS_FEED.name()))
                .toList();
        long each = windowRevisions / Math.max(1, feed.size());
        consumer.endOffsets(feed).forEach((partition, end) -> starts.merge(partition, end - each, Math::max));
        return starts;
    }

    /** Changes when a topic that positions count is made anew: its offsets then start over. */
    private static String epoch(Map<String, TopicDescription> topics) {
        int hash = Tracks.topics().stream()
                .map(topic -> String.valueOf(
                        topics.get(topic) == null ? "" : topics.get(topic).topicId()))
                .collect(Collectors.joining(","))
                .hashCode();
        return "%08x".formatted(hash);
    }

    /** The board that fills. */
    public Board board() {
        return board;
    }

    /** What was on the topics before the board's window. */
    public History history() {
        return history;
    }

    /** False when the topics are not followed any more, though nobody closed this. */
    public boolean alive() {
        return follower.alive();
    }

    @Override
    public void close() {
        history.close();
        follower.close();
    }
}
