package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.lab.stack.FreePorts;
import org.podium.operations.run.ExitCode;

/** The demo as a process of its own, as a new user runs it: with the options of the launcher. */
class DemoIT {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    @TempDir
    private Path directory;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void stopsOnCtrlCWithoutLeavingAProcessOrALockAndRefusesASecondOnTheSameData() throws Exception {
        int port = FreePorts.findOne();
        Demo demo = start("--data", directory.toString(), "--port", Integer.toString(port));
        await().atMost(START_LIMIT).until(() -> demo.said("ready; live page: http://localhost:" + port));
        List<ProcessHandle> children = demo.process.descendants().toList();
        assertThat(children).isNotEmpty();

        assertThat(start("--data", directory.toString(), "--port", Integer.toString(FreePorts.findOne()))
                        .end())
                .isEqualTo(ExitCode.CANNOT_START.status());
        assertThat(lastOutput())
                .containsExactly(
                        "podium demo: Another podium runs on %s; stop it or name another directory with --data DIR"
                                .formatted(directory));

        new ProcessBuilder("kill", "-INT", Long.toString(demo.process.pid()))
                .start()
                .waitFor();

        assertThat(demo.process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(demo.process.exitValue()).isEqualTo(130);
        assertThat(demo.output).noneMatch(line -> line.contains("failed"));
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(lockFiles()).isEmpty();
    }

    @Test
    void saysInOneLineThatThePortIsInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            String port = Integer.toString(other.getLocalPort());

            assertThat(start("--port", port).end()).isEqualTo(ExitCode.CANNOT_START.status());

            assertThat(lastOutput())
                    .singleElement()
                    .asString()
                    .startsWith("podium demo: Port " + port + " cannot be listened on");
        }
    }

    @Test
    void saysInOneLineThatTheDirectoryCannotBeUsed() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(start("--data", file.toString(), "--port", Integer.toString(FreePorts.findOne()))
                        .end())
                .isEqualTo(ExitCode.CANNOT_START.status());

        assertThat(lastOutput())
                .containsExactly(
                        "podium demo: %s is a file, not a directory; name another with --data DIR".formatted(file));
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(start("--help").end()).isZero();

        assertThat(lastOutput()).anyMatch(line -> line.contains("--once")).anyMatch(line -> line.contains("--speed"));
    }

    @Test
    void saysInOneLineThatASpeedIsNone() throws Exception {
        assertThat(start("--speed", "fast").end()).isEqualTo(ExitCode.USAGE.status());

        assertThat(lastOutput())
                .containsExactly(
                        "podium demo: Invalid value for option '--speed': 'fast' is not a number above 0, such as 2 or 0.5; see podium demo --help");
    }

    private List<Path> lockFiles() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("\\.?(podium\\.)?lock"))
                    .toList();
        }
    }

    private Demo start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.podium.lab.PodiumLab",
                "demo"));
        command.addAll(List.of(options));
        Demo demo =
                new Demo(new ProcessBuilder(command).redirectErrorStream(true).start());
        processes.add(demo.process);
        last = demo;
        return demo;
    }

    @SuppressWarnings("NullAway.Init") // set with the first process
    private Demo last;

    private List<String> lastOutput() {
        return last.output;
    }

    private static final class Demo {

        private final Process process;
        private final List<String> output = new CopyOnWriteArrayList<>();
        private final Thread reader;

        Demo(Process process) {
            this.process = process;
            this.reader = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(output::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean said(String words) {
            return output.stream().anyMatch(line -> line.contains(words));
        }

        int end() throws InterruptedException {
            assertThat(process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            reader.join();
            return process.exitValue();
        }
    }
}
