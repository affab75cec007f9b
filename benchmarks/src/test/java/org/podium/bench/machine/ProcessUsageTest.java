package org.podium.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessUsageTest {

    @TempDir
    private Path proc;

    private void process(int pid, String name, int utime, int stime, int kilobytes, String children)
            throws IOException {
        Path task = Files.createDirectories(proc.resolve(pid + "/task/" + pid));
        Files.writeString(task.resolve("children"), children);
        Files.writeString(
                proc.resolve(pid + "/stat"),
                "%d (%s) S 1 1 1 0 -1 0 0 0 0 0 %d %d 0 0 20 0 1".formatted(pid, name, utime, stime));
        Files.writeString(proc.resolve(pid + "/status"), "Name:\t%s\nVmRSS:\t  %d kB\n".formatted(name, kilobytes));
    }

    @Test
    void addsUpAProcessAndItsDescendants() throws IOException {
        process(10, "a) (b", 100, 50, 1_000, "11 12 ");
        process(11, "worker", 200, 0, 2_000, "");
        process(12, "worker", 0, 3, 500, "");
        ProcessUsage usage = ProcessUsage.of(proc, 10);
        assertThat(usage.cpu()).isEqualTo(Duration.ofMillis(3_530));
        assertThat(usage.residentBytes()).isEqualTo(3_500L * 1_024);
    }

    @Test
    void looksAtRealProcesses() {
        ProcessUsage usage = ProcessUsage.of(ProcessHandle.current().pid());
        assertThat(usage.cpu()).isPositive();
        assertThat(usage.residentBytes()).isGreaterThan(10 << 20);
    }

    @Test
    void saysThatThereIsNoSuchProcess() {
        assertThatThrownBy(() -> ProcessUsage.of(Integer.MAX_VALUE)).isInstanceOf(UncheckedIOException.class);
    }
}
