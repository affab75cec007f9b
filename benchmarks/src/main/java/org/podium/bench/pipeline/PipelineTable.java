package org.podium.bench.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.podium.lab.machine.Machine;

/** What was measured, as Markdown. */
final class PipelineTable {

    private PipelineTable() {}

    static String markdown(Instant began, String commit, String command, Machine machine, List<Measured> measured) {
        StringBuilder text = new StringBuilder();
        text.append(format("""
                # From a venue's agent to a client

                Written by `%s`; not to be edited.

                Commit %s, %s; %s. Everything is on them: controllers, brokers, the schema
                registry, one instance of results-streams, one gateway, agents of two venues, a media client that gets every
                version and an app that gets the newest. Latencies are counted from the moment at which an agent was meant to
                take an event to the moment at which a client had the result.

                | | events/s | results | p50 | p99 | p99.9 | max | to reach, p99 / max | lost | twice | out of order | went back | wrong ranks |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """, command, commit, began, machine.inWords()));
        measured.forEach(each -> text.append(line(each)));
        text.append("\nProcessor time for an event, in microseconds:\n\n| |");
        Usage.PARTIES.forEach(kind -> text.append(' ').append(kind).append(" |"));
        text.append("\n| --- |").append(" ---: |".repeat(Usage.PARTIES.size())).append('\n');
        measured.forEach(each -> text.append(format(
                "| %s | %s |%n",
                what(each),
                Usage.PARTIES.stream()
                        .map(kind -> format("%d", each.cpuMicros().getOrDefault(kind, 0L)))
                        .collect(Collectors.joining(" | ")))));
        return text.toString();
    }

    private static String line(Measured one) {
        return format(
                "| %s | %,d | %,d | %s | %s | %s | %s | %s / %s | %s |%n",
                what(one),
                one.venueEvents() / one.seconds(),
                one.findings().latencies().count(),
                millis(one.findings().latencies().p50()),
                millis(one.findings().latencies().p99()),
                millis(one.findings().latencies().p999()),
                millis(one.findings().latencies().max()),
                millis(one.under().p99()),
                millis(one.under().max()),
                one.findings().broken().entrySet().stream()
                        .filter(promise -> !promise.getKey().equals("over"))
                        .map(promise -> promise.getValue().toString())
                        .collect(Collectors.joining(" | ")));
    }

    private static String what(Measured one) {
        return one.on().what() + ", " + one.under().what();
    }

    private static String millis(Duration latency) {
        return format("%,d ms", latency.toMillis());
    }

    @SuppressWarnings("AnnotateFormatMethod") // every format is a literal in this file
    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
