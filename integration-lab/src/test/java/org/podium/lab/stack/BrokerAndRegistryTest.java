package org.podium.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.wire.Result;
import org.podium.model.wire.VenueEvent;

class BrokerAndRegistryTest {

    @TempDir
    Path directory;

    @Test
    void brokerKeepsItsTopicsOverARestart() throws Exception {
        try (Broker broker = Broker.start(directory, why -> {});
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(Set.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }
        try (Broker broker = Broker.start(directory, why -> {});
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void registryKeepsIdsWhenItIsKilledAtOnceAfterARegistration() {
        Registry registry = Registry.start(directory, directory.resolve("registry.log"));
        int event;
        try (ConfluentSchemaRegistry client = new ConfluentSchemaRegistry(registry.address())) {
            client.register(Result.getClassSchema());
            event = client.register(VenueEvent.getClassSchema());
        } finally {
            registry.kill();
        }
        try (Registry again = registry.restarted();
                ConfluentSchemaRegistry client = new ConfluentSchemaRegistry(again.address())) {
            assertThat(again.address()).isEqualTo(registry.address());
            assertThat(client.idOf(VenueEvent.getClassSchema())).isEqualTo(event);
        }
    }
}
