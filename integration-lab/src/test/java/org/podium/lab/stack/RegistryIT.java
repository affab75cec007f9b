package org.podium.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.wire.Result;
import org.podium.model.wire.VenueEvent;

class RegistryIT {

    @TempDir
    Path directory;

    @Test
    void keepsIdsWhenItIsKilledAtOnceAfterARegistration() {
        Registry registry = start();
        int id;
        try (ConfluentSchemaRegistry client = new ConfluentSchemaRegistry(registry.address())) {
            client.register(Result.getClassSchema());
            id = client.register(VenueEvent.getClassSchema());
        } finally {
            registry.kill();
        }
        try (Registry again = registry.restarted();
                ConfluentSchemaRegistry client = new ConfluentSchemaRegistry(again.address())) {
            assertThat(again.address()).isEqualTo(registry.address());
            assertThat(client.idOf(VenueEvent.getClassSchema())).isEqualTo(id);
        }
    }

    @Test
    void endsWithItsParentWhoseEndClosesThePipe() throws Exception {
        try (Registry registry = start()) {
            ProcessHandle process = ProcessHandle.of(registry.pid()).orElseThrow();

            registry.cutTether();

            process.onExit().get(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Registry start() {
        return Registry.start(directory, directory.resolve("registry.log"));
    }
}
