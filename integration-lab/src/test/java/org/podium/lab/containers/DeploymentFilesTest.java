package org.podium.lab.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.podium.lab.recording.Recordings;

/** What the files of the deployment say twice, or say of each other. */
class DeploymentFilesTest {

    private static final Path ROOT = Objects.requireNonNull(Images.DOCKER.getParent());

    @Test
    void theImagesHaveTheVersionsThatTheBuildHas() throws IOException {
        assertThat(Images.setting("KAFKA_IMAGE")).endsWith(":" + property("kafka.version"));
        assertThat(Images.setting("REGISTRY_IMAGE")).endsWith(":" + property("apicurio.version"));
    }

    @Test
    void everyImageIsBuiltWithoutAnImageRegistryButGrafanas() throws IOException {
        String build = read("docker/airgap/build")
                .replace("$(version kafka.version)", property("kafka.version"))
                .replace("$(version apicurio.version)", property("apicurio.version"));
        assertThat(found("(?m)^([A-Z_]+)_IMAGE=", "docker/.env"))
                .filteredOn(name -> !name.equals("GRAFANA"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(build).contains(Images.setting(name + "_IMAGE")));
    }

    @Test
    void theVenuesAreThoseOfTheRecordings() {
        assertThat(Images.setting("PODIUM_VENUES").split(",", -1))
                .containsExactlyInAnyOrderElementsOf(Recordings.load().stream()
                        .map(recording -> recording.definition().getVenue())
                        .distinct()
                        .toList());
    }

    @Test
    void everySecretIsMade() throws IOException {
        String prepare = read("docker/prepare");
        assertThat(found("file: \\./secrets/([a-z-]+?)(?:-[123])?(?:\\.\\w+)?}", "docker/compose.yaml"))
                .filteredOn(name -> !name.equals("ca"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(prepare).contains(name));
    }

    @Test
    void everyAlertIsExplained() throws IOException {
        String guide = read("docs/operations.md");
        assertThat(found("- alert: (\\w+)", "docker/prometheus/alerts.yml"))
                .hasSizeGreaterThan(10)
                .allSatisfy(alert -> assertThat(guide).contains(alert));
    }

    @Test
    void theLoadBalancerHasAValueForEveryVariable() throws IOException {
        List<String> variables = found("\\$\\{(\\w+)}", "docker/haproxy.cfg");
        assertThat(variables).hasSize(4);
        // Outside of double quotes it takes a variable for a word.
        assertThat(found("\"\\$\\{(\\w+)}\"", "docker/haproxy.cfg")).isEqualTo(variables);
        for (String file : List.of("docker/compose.yaml", "docker/small.yaml")) {
            assertThat(found("(?m)^      (PODIUM_CHECK_\\w+): \\w+$", file))
                    .containsExactlyInAnyOrderElementsOf(variables);
        }
    }

    @Test
    void readersOfAGatewayThatHangsAreBackWithinTheBudget() throws IOException {
        int noticed = millis("PODIUM_CHECK_INTERVAL")
                + millis("PODIUM_CHECK_TIMEOUT")
                + millis("PODIUM_CHECK_FAST_INTERVAL")
                + millis("PODIUM_CHECK_TIMEOUT");
        assertThat(found("PODIUM_CHECK_FALL: (\\d+)", "docker/compose.yaml")).containsExactly("2");
        int back = millis("PODIUM_GATEWAY_STREAMS_RETRY") + millis("PODIUM_GATEWAY_STREAMS_RETRY_SPREAD");
        assertThat(noticed + back).isLessThanOrEqualTo(2_000);
    }

    /** The one value that compose.yaml has for it. */
    private static int millis(String variable) throws IOException {
        List<String> values = found(" " + variable + ": (\\d+)ms", "docker/compose.yaml");
        assertThat(values).as(variable).hasSize(1);
        return Integer.parseInt(values.getFirst());
    }

    @Test
    void theGuideRunsKafkasToolsFromTheImageOfTheBrokers() throws IOException {
        assertThat(found("(apache/kafka:\\S+)", "docs/operations.md")).containsExactly(Images.setting("KAFKA_IMAGE"));
    }

    private static String property(String name) throws IOException {
        return found("<" + Pattern.quote(name) + ">(.*?)<", "pom.xml").getFirst();
    }

    private static List<String> found(String pattern, String file) throws IOException {
        Stream<MatchResult> matches =
                Pattern.compile(pattern).matcher(read(file)).results();
        return matches.map(match -> match.group(1)).distinct().toList();
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
