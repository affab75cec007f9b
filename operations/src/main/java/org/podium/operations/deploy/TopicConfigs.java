package org.podium.operations.deploy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;
import org.podium.model.topic.Topic;

/** The configuration of a topic in the cluster. Everything else is the broker's default. */
final class TopicConfigs {

    /** A reader that was away longer sees a deleted key's last value for ever; no reader of ours is. */
    private static final Duration DELETES_ARE_KEPT = Duration.ofDays(7);

    /** Compaction leaves the active segment alone: a new one often enough keeps a compacted topic small. */
    private static final Duration SEGMENT = Duration.ofHours(1);

    /** Every version of the last minute stays, so that a reader in the middle of the topic is not overtaken. */
    private static final Duration LEAST_COMPACTION_LAG = Duration.ofMinutes(1);

    /** Nothing old is left after this, however little is written. */
    private static final Duration MOST_COMPACTION_LAG = Duration.ofHours(6);

    /** An agent's clock that is ahead by more is refused by the broker; this is Kafka's own default, said aloud. */
    private static final Duration CLOCK_AHEAD = Duration.ofHours(1);

    private TopicConfigs() {}

    static Map<String, String> of(Topic topic, TopicLayout layout) {
        Map<String, String> configs = new TreeMap<>();
        configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(layout.minInSync()));
        configs.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.MAX_MESSAGE_BYTES));
        // The timestamp is the agent's, from which the 2.5 s are counted: never the broker's.
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, millis(CLOCK_AHEAD));
        topic.retention()
                .ifPresentOrElse(
                        kept -> {
                            configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
                            configs.put(TopicConfig.RETENTION_MS_CONFIG, millis(kept));
                        },
                        () -> {
                            configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
                            configs.put(TopicConfig.SEGMENT_MS_CONFIG, millis(SEGMENT));
                            configs.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, millis(LEAST_COMPACTION_LAG));
                            configs.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(MOST_COMPACTION_LAG));
                            configs.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(DELETES_ARE_KEPT));
                        });
        return configs;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
