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
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(OperationsMain.run("schemas", "check", "--set", "podium.registry.address=http://127.0.0.1:" + free))
                .isEqualTo(ExitCode.UNAVAILABLE.status());
    }
}
