package org.podium.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.podium.operations.run.ExitCode;

final class OperationsMainTest {

    @Test
    void printsItsUsageForACommandThatDoesNotExist() {
        assertThat(OperationsMain.run("topics", "polish")).isEqualTo(ExitCode.USAGE.status());
        assertThat(OperationsMain.run()).isEqualTo(ExitCode.USAGE.status());
    }

    @Test
    void helpsEverywhere() {
        assertThat(OperationsMain.run("topics", "apply", "--help")).isEqualTo(ExitCode.OK.status());
        assertThat(OperationsMain.run("schemas", "--help")).isEqualTo(ExitCode.OK.status());
    }

    @Test
    void refusesAConfigurationThatItDoesNotUnderstand() {
        assertThat(OperationsMain.run("schemas", "check", "--set", "podium.registry.colour=red"))
                .isEqualTo(ExitCode.CONFIGURATION.status());
    }

    @Test
    void saysThatTheRegistryIsAway() throws IOException {
        assertThat(OperationsMain.run("schemas", "check", "--set", "podium.registry.address=http://" + nobody()))
                .isEqualTo(ExitCode.UNAVAILABLE.status());
    }

    @Test
    void saysThatKafkaIsAway() throws IOException {
        assertThat(OperationsMain.run(
                        "rejects",
                        "--set",
                        "podium.kafka.bootstrap-servers=" + nobody(),
                        "--set",
                        "podium.kafka.max-block=300ms"))
                .isEqualTo(ExitCode.UNAVAILABLE.status());
    }

    /** An address that nobody listens on. */
    private static String nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }
}
