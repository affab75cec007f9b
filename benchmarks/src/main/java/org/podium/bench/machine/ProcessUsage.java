package org.podium.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process and its children have used so far, from {@code /proc} (proc(5)).
 *
 * @param cpu time on a CPU, in user mode and in the kernel on its behalf; it has the resolution of the kernel's tick,
 *     10 ms
 * @param residentBytes memory that is in RAM now; what the kernel holds for sockets is not in it
 */
public record ProcessUsage(Duration cpu, long residentBytes) {

    /** USER_HZ, which is 100 on every architecture that Java runs on; /proc counts in it. */
    private static final int TICKS_PER_SECOND = 100;

    /** Fields of /proc/PID/stat after the command's name, from 0: utime is the 14th of all, stime the 15th. */
    private static final int UTIME = 11;

    private static final int STIME = 12;

    /**
     * Usage of a process and all its present descendants.
     *
     * @throws UncheckedIOException when there is no such process
     */
    public static ProcessUsage of(long pid) {
        try {
            return of(Path.of("/proc"), pid);
        } catch (IOException e) {
            throw new UncheckedIOException("Process " + pid + " cannot be looked at", e);
        }
    }

    static ProcessUsage of(Path proc, long pid) throws IOException {
        Path process = proc.resolve(Long.toString(pid));
        ProcessUsage own = new ProcessUsage(
                cpu(Files.readString(process.resolve("stat"))),
                resident(Files.readAllLines(process.resolve("status"))));
        for (long child : children(process)) {
            own = own.plus(of(proc, child));
        }
        return own;
    }

    private static Duration cpu(String stat) {
        // The name may hold spaces and parentheses; what follows its last one is numbers.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }

    private static long resident(List<String> status) {
        for (String line : status) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1_024;
            }
        }
        return 0; // a kernel thread, or a process that has just ended
    }

    private static List<Long> children(Path process) throws IOException {
        List<Long> children = new ArrayList<>();
        try (var threads = Files.newDirectoryStream(process.resolve("task"))) {
            for (Path thread : threads) {
                for (String child : Files.readString(thread.resolve("children")).split(" ", -1)) {
                    if (!child.isBlank()) {
                        children.add(Long.parseLong(child.strip()));
                    }
                }
            }
        }
        return children;
    }

    /** Both together. */
    public ProcessUsage plus(ProcessUsage other) {
        return new ProcessUsage(cpu.plus(other.cpu), residentBytes + other.residentBytes);
    }

    /** CPU time used since an earlier look. */
    public Duration cpuSince(ProcessUsage earlier) {
        return cpu.minus(earlier.cpu);
    }
}
