package org.podium.bench.pipeline;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.podium.bench.machine.ProcessUsage;
import org.podium.lab.cluster.Cluster;
import org.podium.lab.cluster.Kind;
import org.podium.lab.cluster.Member;

/**
 * Processor time that each kind of process has used so far, brokers and controllers among them, and under
 * {@value #LOAD} what makes the load and reads the results, which is this process.
 */
record Usage(Map<String, Duration> cpu) {

    static final String LOAD = "load and clients";

    /** Whose time is told, in the order in which it is. */
    static final List<String> PARTIES = Stream.concat(
                    Arrays.stream(Kind.values()).map(Kind::toString), Stream.of(LOAD))
            .toList();

    private static final long NANOS_OF_A_MICRO = 1_000;

    static Usage of(Cluster cluster) {
        Map<String, Duration> cpu = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            cpu.put(
                    kind.toString(),
                    cluster.members(kind).stream()
                            .map(Member::pid)
                            .map(pid -> ProcessUsage.of(pid).cpu())
                            .reduce(Duration.ZERO, Duration::plus));
        }
        Duration all = ProcessUsage.of(ProcessHandle.current().pid()).cpu();
        cpu.put(LOAD, all.minus(cpu.values().stream().reduce(Duration.ZERO, Duration::plus)));
        return new Usage(cpu);
    }

    Usage since(Usage before) {
        Map<String, Duration> since = new LinkedHashMap<>();
        cpu.forEach((kind, now) -> since.put(kind, now.minus(before.cpu.getOrDefault(kind, Duration.ZERO))));
        return new Usage(since);
    }

    /** In microseconds for each event; nothing when there were none. */
    Map<String, Long> micros(long events) {
        Map<String, Long> micros = new LinkedHashMap<>();
        if (events > 0) {
            cpu.forEach((kind, used) -> micros.put(kind, used.toNanos() / NANOS_OF_A_MICRO / events));
        }
        return micros;
    }
}
