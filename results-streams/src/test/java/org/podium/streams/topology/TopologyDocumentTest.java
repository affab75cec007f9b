package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;
import org.podium.streams.bench.RegistryInMemory;
import org.podium.streams.commit.CommitPace;

/** The topology is the one that was agreed on, and the document shows it. */
class TopologyDocumentTest {

    private static final Path GOLDEN = Path.of("src/test/resources/expected-topology.txt");
    private static final Path DOCUMENT = Path.of("../docs/topology.md");

    @Test
    void theTopologyIsTheExpectedOne() throws IOException {
        assertThat(description().toString()).describedAs("""
                        The topology differs from %s.

                        Names of stores are the names of their changelog topics, and the name of a repartition names its topic:
                        a deployment that runs a topology with a changed name starts with empty stores, publishes every unit
                        again from version 1, and leaves the old topics behind. The number of a sub-topology is a part of its tasks'
                        ids, and so of its directories.

                        - Nodes other than stores and repartitions may be renamed and rewired freely, as long as the numbers
                          of the sub-topologies stay: change the file, and the diagram in docs/topology.md.
                        - A new store starts empty. Say in its Javadoc how it is filled for units that are running.
                        - To rename or drop a store, or to change a sub-topology's number: deploy under a new
                          podium.streams.application-id, which reads all venue topics from their beginning (30 days are
                          kept) and computes the same versions again; stop the old application first, and delete its
                          internal topics when the new one has caught up.
                        """, GOLDEN).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void theDocumentShowsTheTopologyAsItIs() throws IOException {
        String diagram = new TopologyDiagram(description()).toString();

        assertThat(Files.readString(DOCUMENT))
                .describedAs("docs/topology.md has this diagram, made from the topology's own description")
                .contains("```mermaid\n" + diagram + "```\n");
    }

    @Test
    void theDocumentNamesEveryStoreAndPackage() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (String store : TopologyBench.STORES) {
            assertThat(document).contains("| `" + store + "` |");
        }
        try (var packages = Files.list(Path.of("src/main/java/org/podium/streams"))) {
            packages.filter(Files::isDirectory)
                    .forEach(folder -> assertThat(document).contains("| `" + folder.getFileName() + "` |"));
        }
    }

    private static TopologyDescription description() {
        return new ResultsTopology(
                        TopologyBench.SETTINGS,
                        RegistryInMemory.withAllSchemas(),
                        new TopologyMetrics(new SimpleMeterRegistry(), Clock.systemUTC()),
                        CommitPace.ofKafkaStreams())
                .build(TopologyBench.properties())
                .describe();
    }
}
