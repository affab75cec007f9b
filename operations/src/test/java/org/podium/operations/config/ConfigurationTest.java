package org.podium.operations.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {

    private static final Map<String, String> VENUES = Map.of("podium.venues", "STA,BER");

    @TempDir
    private Path directory;

    private static Configuration<SampleSettings> load(
            Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
        return Configuration.load(SampleSettings.class, new ConfigurationOptions(file, flags), environment);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("podium.properties"), List.of(lines));
    }

    @Test
    void takesDefaultsForWhatIsNotSaid() {
        SampleSettings settings = load(VENUES, Map.of(), null).settings();

        assertThat(settings.venues()).containsExactly("STA", "BER");
        assertThat(settings.streams().commitInterval()).isEqualTo(Duration.ofMillis(10));
        assertThat(settings.streams().port()).isEqualTo(new Port(9_464));
        assertThat(settings.streams().bytes().bytes()).isEqualTo(64L << 20);
        assertThat(settings.streams().client()).isEmpty();
    }

    @Test
    void prefersFlagsToTheEnvironmentAndThatToTheFile() throws IOException {
        Path file = file("podium.venues=FIL", "podium.streams.commit-interval=30ms", "podium.streams.port=3000");
        Map<String, String> environment = Map.of("PODIUM_VENUES", "ENV", "PODIUM_STREAMS_COMMIT_INTERVAL", "20ms");

        SampleSettings settings =
                load(Map.of("podium.venues", "FLA"), environment, file).settings();

        assertThat(settings.venues()).containsExactly("FLA");
        assertThat(settings.streams().commitInterval()).isEqualTo(Duration.ofMillis(20));
        assertThat(settings.streams().port()).isEqualTo(new Port(3_000));
    }

    @Test
    void aKeyOfItsOwnWinsInTheEnvironmentOverOneBelowAMap() {
        Map<String, String> environment = Map.of(
                "PODIUM_STREAMS_CLIENT_FILE", "secret.properties", "PODIUM_STREAMS_CLIENT_SASL_MECHANISM", "PLAIN");

        SampleSettings.Streams streams =
                load(VENUES, environment, null).settings().streams();

        assertThat(streams.clientFile()).contains("secret.properties");
        assertThat(streams.client()).containsExactly(Map.entry("sasl.mechanism", "PLAIN"));
    }

    @Test
    void reportsEveryProblemTogetherWithWhereItWasFound() throws IOException {
        Path file = file("podium.streams.port=70000", "podium.streams.colour=red");

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> load(
                        Map.of("podium.streams.commit-interval", "10"),
                        Map.of("PODIUM_STREAMS_BYTES", "much", "PODIUM_STREAMS_COLOUR", "red"),
                        file))
                .satisfies(invalid -> assertThat(invalid.problems())
                        .anySatisfy(problem -> assertThat(problem).contains("podium.venues", "has to be set"))
                        .anySatisfy(problem ->
                                assertThat(problem).contains("podium.streams.commit-interval", "--set", "needs a unit"))
                        .anySatisfy(problem -> assertThat(problem).contains("podium.streams.bytes", "environment"))
                        .anySatisfy(problem -> assertThat(problem).contains("podium.streams.port", "65535"))
                        .anySatisfy(problem -> assertThat(problem).contains("PODIUM_STREAMS_COLOUR", "no such key"))
                        .anySatisfy(problem -> assertThat(problem).contains("podium.streams.colour", "no such key")));
    }

    @Test
    void leavesTheKeysOfOtherProgramsInASharedFileAlone() throws IOException {
        Path file = file("podium.venues=STA", "podium.gateway.port=8080");

        assertThat(load(Map.of(), Map.of(), file).settings().venues()).containsExactly("STA");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> load(VENUES, Map.of(), directory.resolve("nowhere.properties")))
                .withMessageContaining("there is no such file");
    }

    @Test
    void neverPrintsASecret() {
        Configuration<SampleSettings> configuration = load(
                Map.of("podium.venues", "STA", "podium.streams.client.sasl.jaas.config", "hunter2"), Map.of(), null);

        assertThat(configuration.settings().streams().client()).containsEntry("sasl.jaas.config", "hunter2");
        assertThat(configuration.values().toString()).doesNotContain("hunter2");
    }

    @Test
    void explainsEveryKeyWithItsDefault() {
        assertThat(Configuration.help(SampleSettings.class))
                .contains("podium.streams.commit-interval = 10ms")
                .contains("How often a transaction is committed")
                .contains("podium.venues (has to be set)")
                .contains("podium.streams.client.*");
    }
}
