package org.podium.operations.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.deploy.TopicFinding.Difference;

/** Compares the topics of a cluster with the catalogue, and brings them to it. Repeating it changes nothing more. */
public final class TopicDeployment {

    private final Admin admin;
    private final TopicCatalogue catalogue;
    private final TopicLayout layout;

    /** Deployment of the catalogue's topics, laid out like this, to the cluster of the admin client. */
    public TopicDeployment(Admin admin, TopicCatalogue catalogue, TopicLayout layout) {
        this.admin = admin;
        this.catalogue = catalogue;
        this.layout = layout;
    }

    /**
     * What each topic of the catalogue is in the cluster, in the catalogue's order.
     *
     * @throws org.apache.kafka.common.KafkaException when the cluster does not answer or refuses
     */
    public List<TopicFinding> compare() {
        List<Topic> topics = catalogue.all();
        Set<String> names = topics.stream().map(Topic::name).collect(Collectors.toSet());
        Set<String> present = Answers.await(admin.listTopics().names()).stream()
                .filter(names::contains)
                .collect(Collectors.toSet());
        Map<String, TopicDescription> descriptions =
                Answers.await(admin.describeTopics(present).allTopicNames());
        Map<ConfigResource, Config> configs =
                Answers.await(admin.describeConfigs(resources(present)).all());
        List<TopicFinding> findings = new ArrayList<>();
        for (Topic topic : topics) {
            TopicDescription description = descriptions.get(topic.name());
            Config config = configs.get(resource(topic.name()));
            findings.add(
                    description == null || config == null
                            ? new TopicFinding.Missing(topic)
                            : compare(topic, description, config));
        }
        return findings;
    }

    /**
     * Creates what is missing and alters what differs, unless something is refused: then nothing is done.
     *
     * @return what each topic was before; nothing was done when a {@link TopicFinding.Refused} is in there
     * @throws org.apache.kafka.common.KafkaException when the cluster does not answer or refuses
     */
    public List<TopicFinding> apply() {
        List<TopicFinding> findings = compare();
        if (findings.stream().anyMatch(TopicFinding.Refused.class::isInstance)) {
            return findings;
        }
        List<NewTopic> missing = new ArrayList<>();
        Map<ConfigResource, Collection<AlterConfigOp>> alterations = new HashMap<>();
        for (TopicFinding finding : findings) {
            switch (finding) {
                case TopicFinding.Missing(Topic topic) ->
                    missing.add(new NewTopic(topic.name(), layout.partitions(), layout.replication())
                            .configs(TopicConfigs.of(topic, layout)));
                case TopicFinding.Differs(Topic topic, Map<String, Difference> differences) ->
                    alterations.put(resource(topic.name()), alterations(differences));
                case TopicFinding.InOrder ignored -> {}
                case TopicFinding.Refused ignored -> {}
            }
        }
        Answers.await(admin.createTopics(missing).all());
        Answers.await(admin.incrementalAlterConfigs(alterations).all());
        return findings;
    }

    private TopicFinding compare(Topic topic, TopicDescription description, Config config) {
        int partitions = description.partitions().size();
        if (partitions != layout.partitions()) {
            return new TopicFinding.Refused(topic, partitionsDiffer(partitions));
        }
        int replication = description.partitions().getFirst().replicas().size();
        if (replication != layout.replication()) {
            return new TopicFinding.Refused(
                    topic,
                    "has %d copies instead of %d; copies are moved between brokers by hand: use Kafka's kafka-reassign-partitions, or set podium.topics.replication"
                            .formatted(replication, layout.replication()));
        }
        Map<String, Difference> differences = new TreeMap<>();
        TopicConfigs.of(topic, layout).forEach((name, shouldBe) -> {
            ConfigEntry entry = config.get(name);
            String is = entry == null ? "" : Objects.requireNonNullElse(entry.value(), "");
            if (!is.equals(shouldBe)) {
                differences.put(name, new Difference(is, shouldBe));
            }
        });
        return differences.isEmpty() ? new TopicFinding.InOrder(topic) : new TopicFinding.Differs(topic, differences);
    }

    private String partitionsDiffer(int partitions) {
        return partitions > layout.partitions()
                ? "has %d partitions instead of %d; Kafka cannot take partitions away: set podium.topics.partitions to %1$d for all topics, or deploy to a new cluster"
                        .formatted(partitions, layout.partitions())
                : "has %d partitions instead of %d; with more of them, events would move to other partitions, away from their history and out of order: set podium.topics.partitions to %1$d for all topics, or deploy to a new cluster and replay"
                        .formatted(partitions, layout.partitions());
    }

    private static Collection<AlterConfigOp> alterations(Map<String, Difference> differences) {
        return differences.entrySet().stream()
                .map(difference -> new AlterConfigOp(
                        new ConfigEntry(
                                difference.getKey(), difference.getValue().shouldBe()),
                        AlterConfigOp.OpType.SET))
                .toList();
    }

    private static List<ConfigResource> resources(Set<String> topics) {
        return topics.stream().map(TopicDeployment::resource).toList();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
