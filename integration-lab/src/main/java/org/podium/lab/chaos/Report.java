package org.podium.lab.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.podium.lab.latency.Latencies;
import org.podium.lab.machine.Machine;
import org.podium.lab.stack.StackException;
import org.podium.lab.trial.Findings;

/** What a campaign found, as a document for people: what was run where, and a line for each fault. */
final class Report {

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
                the moment at which a venue's agent was meant to take an event to the moment at which a client had the result,
                also while the client was cut off.

                | | |
                | --- | --- |
                | commit | %s |
                | when | %s |
                | took | %d min %d s |
                | machine | %s |
                | command | `%s` |

                """.formatted(
                        eventsPerSecond,
                        Machine.commit(),
                        Instant.now().truncatedTo(ChronoUnit.MINUTES),
                        length.toMinutes(),
                        length.toSecondsPart(),
                        Machine.here().inWords(),
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
}
