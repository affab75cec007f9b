package org.podium.lab.chaos;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.podium.lab.latency.Latencies;
import org.podium.lab.stack.StackException;
import org.podium.lab.trial.Findings;

/** What a campaign found, as a document for people: what was run where, and a line for each fault. */
final class Report {

    private static final int BYTES_OF_A_GIB = 30;

    private Report() {}

    static void write(Path file, List<String> command, int eventsPerSecond, Duration length, Campaign.Outcome outcome) {
        try {
            Files.writeString(file, text(command, eventsPerSecond, length, outcome));
        } catch (IOException e) {
            throw new StackException("The report cannot be written to %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static String text(List<String> command, int eventsPerSecond, Duration length, Campaign.Outcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append("""
                # What happens while parts die

                Written by `./podium chaos`; do not edit. Three controllers, three brokers, a schema registry, two instances of
                results-streams and two gateways, each a process of its own, under a load of %d venue events a second; a media
                client that gets every version on one gateway, an app that gets the newest on the other. Latencies are counted from
                the moment at which a venue's agent was meant to take an event to the moment at which a client had the result, for
                a client that was cut off from its reconnection.

                | | |
                | --- | --- |
                | commit | %s |
                | when | %s |
                | took | %d min %d s |
                | machine | %d processors, %d GiB, %s %s |
                | Java | %s |
                | command | `%s` |

                """.formatted(
                        eventsPerSecond,
                        commit(),
                        Instant.now().truncatedTo(ChronoUnit.MINUTES),
                        length.toMinutes(),
                        length.toSecondsPart(),
                        Runtime.getRuntime().availableProcessors(),
                        memoryGiB(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.vm.version"),
                        String.join(" ", command)));
        text.append(
                "| fault | results | p50 | p99 | longest stall | over %s s | lost | twice | out of order | went back | wrong ranks |\n"
                        .formatted(seconds(Latencies.BUDGET)));
        text.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        outcome.happened().forEach(each -> text.append(line(each.fault(), each.findings())));
        StackException broken = outcome.broken();
        if (broken != null) {
            text.append("\nThe campaign did not come to its end: ")
                    .append(broken.getMessage())
                    .append('\n');
        }
        if (!outcome.skipped().isEmpty()) {
            text.append("\nNot tried:\n\n");
            outcome.skipped().forEach(reason -> text.append("- ").append(reason).append('\n'));
        }
        return text.toString();
    }

    private static String line(Fault fault, Findings found) {
        return "| %s | %d | %s | %s | %s | %s |\n"
                .formatted(
                        fault.what(),
                        found.latencies().count(),
                        millis(found.latencies().p50()),
                        millis(found.latencies().p99()),
                        millis(found.longestStall()),
                        found.broken().values().stream().map(String::valueOf).collect(Collectors.joining(" | ")));
    }

    private static String millis(Duration latency) {
        return latency.toMillis() + " ms";
    }

    private static String seconds(Duration duration) {
        return "%d.%d".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
    }

    private static long memoryGiB() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> BYTES_OF_A_GIB
                : 0;
    }

    /** The commit that was run, as git tells it; with a mark when files differ from it. */
    private static String commit() {
        String home = Objects.requireNonNullElse(System.getenv("PODIUM_HOME"), ".");
        try {
            Process git = new ProcessBuilder("git", "-C", home, "describe", "--always", "--dirty", "--abbrev=10")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? "unknown" : said;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
