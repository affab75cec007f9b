package org.podium.operations.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a cluster is at one moment.
 *
 * @param controllers the controllers, as far as one of them leads
 * @param brokers brokers that the controller counts as alive
 * @param underReplicated partitions of which a copy is behind or gone: the next failure may cost more
 * @param singleCopies partitions that were made with one copy: what is in them goes with their broker
 * @param leaderless partitions that nobody can read or write
 * @param lag records of venues, desk and organiser that results-streams has not finished
 */
record ClusterLook(
        Controllers controllers, int brokers, int underReplicated, int singleCopies, int leaderless, long lag) {

    private static final Logger log = LoggerFactory.getLogger(ClusterLook.class);

    /** An answer that takes longer says something as well. */
    private static final long LIMIT_SECONDS = 5;

    /** Looks now. */
    static ClusterLook at(Admin admin, String group) throws ExecutionException, TimeoutException, InterruptedException {
        int brokers = await(admin.describeCluster().nodes()).size();
        Set<String> topics = await(admin.listTopics().names());
        List<TopicPartitionInfo> partitions = await(admin.describeTopics(topics).allTopicNames()).values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .toList();
        return new ClusterLook(
                controllers(admin),
                brokers,
                count(partitions, ClusterLook::isUnderReplicated),
                count(partitions, partition -> partition.replicas().size() == 1),
                count(partitions, partition -> partition.leader() == null),
                lag(admin, group));
    }

    /** Brokers answer all else by what they heard last, so that no answer here does not make the rest unknown. */
    private static Controllers controllers(Admin admin) throws InterruptedException {
        try {
            QuorumInfo quorum = await(admin.describeMetadataQuorum().quorumInfo());
            return Controllers.of(quorum.voters().stream()
                    .map(QuorumInfo.ReplicaState::lastCaughtUpTimestamp)
                    .toList());
        } catch (ExecutionException | TimeoutException e) {
            log.atWarn().addKeyValue("reason", e.toString()).log("the controllers did not answer");
            return Controllers.UNKNOWN;
        }
    }

    private static boolean isUnderReplicated(TopicPartitionInfo partition) {
        return partition.isr().size() < partition.replicas().size();
    }

    private static int count(List<TopicPartitionInfo> partitions, Predicate<TopicPartitionInfo> which) {
        return (int) partitions.stream().filter(which).count();
    }

    private static long lag(Admin admin, String group)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> done =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        done.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                await(admin.listOffsets(asked).all());
        long lag = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
            OffsetAndMetadata position = done.get(end.getKey());
            lag += position == null ? 0 : Math.max(0, end.getValue().offset() - position.offset());
        }
        return lag;
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
