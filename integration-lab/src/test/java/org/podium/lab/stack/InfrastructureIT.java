package org.podium.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.wire.Result;

class InfrastructureIT {

    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());

    @Test
    void startsWithTopicsAndSchemasAndTellsEachStep() throws Exception {
        try (DataDirectory data = DataDirectory.temporary();
                Infrastructure infrastructure = Infrastructure.start(
                        data, List.of(VenueCode.parse("STA")), steps::add, why -> steps.add("died"));
                ConfluentSchemaRegistry registry = new ConfluentSchemaRegistry(infrastructure.registryAddress())) {
            assertThat(registry.idOf(Result.getClassSchema())).isPositive();
            assertThat(steps).contains("11 topics applied", "8 schemas registered");
        }
        assertThat(steps).doesNotContain("died");
    }
}
