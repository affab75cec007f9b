package org.podium.model.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.podium.model.wire.Contracts;

/**
 * A schema that was released stays in the topics for as long as their records do: whatever comes later has to read it,
 * and whoever reads with it has to read whatever comes later.
 */
class ReleasedSchemasTest {

    /** {@code -Dschemas.release} keeps every schema that differs from its newest released version as a new version. */
    private static final String RELEASE = "schemas.release";

    @BeforeAll
    static void release() {
        if (System.getProperty(RELEASE) != null) {
            Contracts.messages().stream().filter(schema -> !isReleased(schema)).forEach(ReleasedSchemas::release);
        }
    }

    @TestFactory
    Stream<DynamicTest> theSchemaOfThisBuildIsTheNewestReleasedOne() {
        return Contracts.messages().stream()
                .map(schema -> dynamicTest(
                        schema.getName(),
                        () -> assertThat(isReleased(schema))
                                .as(
                                        "%s differs from its newest released version. While that version has not left this repository, delete its file; then release what is there now: mvn -Dquick -Dmaven.test.skip=false -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ReleasedSchemasTest -D%s test -pl results-model (see docs/contracts.md)",
                                        schema.getName(), RELEASE)
                                .isTrue()));
    }

    @TestFactory
    Stream<DynamicTest> everyTwoVersionsReadEachOther() {
        return Contracts.messages().stream()
                .flatMap(schema -> ReleasedSchemas.of(schema).entrySet().stream()
                        .map(released -> dynamicTest(
                                schema.getName() + " " + released.getKey(),
                                () -> assertThat(Compatibility.against(
                                                "version " + released.getKey(),
                                                new Schema.Parser().parse(released.getValue()),
                                                schema))
                                        .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> versionsAscendByOneFromOne() {
        return Contracts.messages().stream()
                .map(schema -> dynamicTest(schema.getName(), () -> {
                    List<Integer> versions =
                            List.copyOf(ReleasedSchemas.of(schema).keySet());
                    assertThat(versions).isNotEmpty();
                    assertThat(versions.getFirst()).isEqualTo(1);
                    assertThat(versions.getLast()).isEqualTo(versions.size());
                }));
    }

    private static boolean isReleased(Schema schema) {
        NavigableMap<Integer, String> versions = ReleasedSchemas.of(schema);
        Map.Entry<Integer, String> newest = versions.lastEntry();
        return newest != null && newest.getValue().equals(ReleasedSchemas.text(schema));
    }
}
