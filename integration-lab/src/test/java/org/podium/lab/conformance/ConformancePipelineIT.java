package org.podium.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.streams.catalogue.Catalogue;

class ConformancePipelineIT {

    private static final Path FILES = Path.of("src", "test", "resources", "conformance");

    @Test
    void showsAClientOfTheGatewayWhatTheTopologyMakes() throws InterruptedException {
        List<PublishedUnit> units = new Conformance(Catalogue.bundled()).read(FILES);
        MedalsFile medals = MedalsFile.read(FILES.resolve("medals.txt"));
        List<UnitScript> scripts = units.stream()
                .map(unit -> UnitScript.of(unit, medals.names(unit) ? MedalsFile.medalsOf(unit) : List.of()))
                .toList();
        Ranked throughTopology;
        try (Through topology = new ThroughTopology()) {
            throughTopology = topology.rank(scripts);
        }
        try (Through pipeline = new ThroughPipeline(Clock.systemUTC(), step -> {})) {
            assertThat(pipeline.rank(scripts)).isEqualTo(throughTopology);
        }
        assertThat(throughTopology.units()).hasSameSizeAs(units);
        assertThat(throughTopology.medals()).containsEntry("ITA", List.of(1, 0, 1));
    }
}
