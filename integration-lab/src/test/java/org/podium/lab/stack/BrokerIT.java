package org.podium.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static Admin admin(Broker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
