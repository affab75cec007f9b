package org.podium.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.operations.kafka.ClusterTopics;
import org.podium.operations.run.StartException;

class BrokerIT {

    @TempDir
    Path directory;

    @Test
    void keepsItsTopicsOverARestart() throws Exception {
        try (Broker broker = Broker.start(directory, why -> {});
                Admin admin = admin(broker)) {
            admin.createTopics(Set.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }
        try (Broker broker = Broker.start(directory, why -> {});
                Admin admin = admin(broker)) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void whoNamesAControllerIsToldToNameBrokers() throws Exception {
        String told = "name brokers, not controllers";
        try (Broker broker = Broker.start(directory, why -> {})) {
            Map<String, Object> wrong = Map.of("bootstrap.servers", controller(broker));
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> ClusterTopics.describe(List.of("any"), wrong, Duration.ofSeconds(20)))
                    .withMessageContaining(told);
            try (KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(wrong, new ByteArraySerializer(), new ByteArraySerializer())) {
                assertThat(StartException.explain(catchThrowable(() -> producer.partitionsFor("any"))))
                        .hasValueSatisfying(explained -> assertThat(explained).hasMessageContaining(told));
            }
        }
    }

    private static String controller(Broker broker) throws Exception {
        ConfigResource node = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (Admin admin = admin(broker)) {
            Config config = Objects.requireNonNull(
                    admin.describeConfigs(Set.of(node)).all().get().get(node));
            return config.get("controller.quorum.voters").value().replaceFirst(".*@", "");
        }
    }

    private static Admin admin(Broker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
