package org.podium.bench.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.podium.bench.load.Seen;
import org.podium.bench.table.Scenario.Shape;

/** A run as Markdown. */
final class Table {

    private static final double KIB = 1_024;
    private static final double MIB = KIB * KIB;

    private Table() {}

    /** One measurement in a line, for who watches. */
    static String line(Measurement one) {
        Seen seen = one.seen();
        return format(
                "%s, %s %s, turn %d: %s",
                one.scenario(),
                one.server(),
                one.protocol(),
                one.repetition(),
                seen == null
                        ? format(
                                "%.1f KiB a connection, ready after %.1f s",
                                one.residentBytesPerConnection() / KIB, one.readySeconds())
                        : format(
                                "%,d messages, age p50 %.0f p99 %.0f, newest p99 %.0f ms, %.2f CPU s a million, %d behind, skipped %,d, twice %,d%s",
                                seen.messages(),
                                seen.age().p50(),
                                seen.age().p99(),
                                seen.newest().p99(),
                                one.cpuSecondsPerMillion(),
                                one.behind(),
                                seen.skipped(),
                                seen.duplicates(),
                                seen.incidents().isEmpty() ? "" : ", " + seen.incidents()));
    }

    /** All of a run. */
    static String markdown(Run run) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(scenarios(run))
                .append("\n\nWritten by `")
                .append(run.command())
                .append("`; not to be edited.\n\n");
        text.append("Commit ")
                .append(run.commit())
                .append(", ")
                .append(run.at())
                .append("; ");
        text.append(format(
                "%s, load and publisher on the same cores.%n", run.machine().inWords()));
        text.append(format(
                "Medians of %d turns, the servers one after the other in each turn; %d s of messages a turn.%n",
                run.repetitions(), run.secondsEach()));
        if (!run.gatewaySettings().isEmpty()) {
            text.append("Settings of the gateway that differ from the defaults: `")
                    .append(String.join("`, `", run.gatewaySettings()))
                    .append("`.\n");
        }
        run.missing().forEach(missing -> text.append("\n**").append(missing).append("**\n"));
        List<Medians> all = Medians.of(run.measurements());
        for (Scenario scenario : Scenario.values()) {
            List<Medians> rows =
                    all.stream().filter(row -> row.scenario() == scenario).toList();
            if (!rows.isEmpty()) {
                section(text, scenario, scenario.load(run.quick()), rows);
            }
        }
        return text.toString();
    }

    private static String scenarios(Run run) {
        return run.measurements().stream()
                .map(one -> one.scenario().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void section(StringBuilder text, Scenario scenario, Scenario.Volume load, List<Medians> rows) {
        text.append(format("%n## %s%n%n", scenario));
        text.append(format(
                "%,d readers%s, %,d %s%s%s. To reach with the whole load: %s.%n%n",
                load.readers(),
                load.stalled() == 0 ? "" : format(" and %,d that never read", load.stalled()),
                load.units(),
                load.units() == 1 ? "unit" : "units",
                load.perSecond() == 0
                        ? ""
                        : format(
                                ", %.0f versions of each a second (%,.0f deliveries/s offered)",
                                load.perSecond(), load.offeredPerSecond()),
                scenario.shape().lengths() <= 1
                        ? ""
                        : format(", for %d times as long", scenario.shape().lengths()),
                scenario.toReach()));
        switch (scenario.shape()) {
            case STREAM, LONG_STREAM, STORM -> stream(text, scenario.shape() == Shape.STORM, rows);
            case IDLE -> {
                text.append("| server | connected | KiB a connection | MiB resident |\n| --- | --- | --- | --- |\n");
                rows.forEach(row -> text.append(format(
                        "| %s, %s | %,.0f | %.1f | %.0f |%n",
                        row.server(),
                        row.protocol(),
                        row.of(Measurement::connected),
                        row.of(Measurement::residentBytesPerConnection) / KIB,
                        row.of(Measurement::residentBytes) / MIB)));
            }
            case COLD_START -> {
                text.append("| server | ready after s | MiB resident |\n| --- | --- | --- |\n");
                rows.forEach(row -> text.append(format(
                        "| %s | %.1f | %.0f |%n",
                        row.server(), row.of(Measurement::readySeconds), row.of(Measurement::residentBytes) / MIB)));
            }
        }
    }

    private static void stream(StringBuilder text, boolean storm, List<Medians> rows) {
        text.append(
                "| server | messages | age ms p50 / p99 | newest ms p50 / p99 / max | CPU s a million | behind at the end | settled after s | skipped / twice | MiB before → after |");
        text.append(storm ? " caught up ms p50 / p99 / max | cores before → after the storm |\n" : "\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |").append(storm ? " --- | --- |\n" : "\n");
        for (Medians row : rows) {
            text.append(format(
                    "| %s, %s | %,.0f | %.0f / %.0f | %.0f / %.0f / %.0f | %.1f | %,.0f | %.1f | %,.0f / %,.0f | %.0f → %.0f |",
                    row.server(),
                    row.protocol(),
                    row.seen(Seen::messages),
                    row.seen(seen -> seen.age().p50()),
                    row.seen(seen -> seen.age().p99()),
                    row.seen(seen -> seen.newest().p50()),
                    row.seen(seen -> seen.newest().p99()),
                    row.seen(seen -> seen.newest().max()),
                    row.of(Measurement::cpuSecondsPerMillion),
                    row.of(Measurement::behind),
                    row.of(Measurement::settleSeconds),
                    row.seen(Seen::skipped),
                    row.seen(Seen::duplicates),
                    row.of(Measurement::residentBytesBefore) / MIB,
                    row.of(Measurement::residentBytes) / MIB));
            if (storm) {
                text.append(format(
                        " %.0f / %.0f / %.0f (%,.0f readers) | %.2f → %.2f |",
                        row.seen(seen -> seen.caughtUp().p50()),
                        row.seen(seen -> seen.caughtUp().p99()),
                        row.seen(seen -> seen.caughtUp().max()),
                        row.seen(seen -> seen.caughtUp().count()),
                        row.of(Measurement::coresBefore),
                        row.of(Measurement::coresAfter)));
            }
            text.append('\n');
        }
        for (Medians row : rows) {
            double stalled = row.of(Measurement::stalled);
            if (stalled > 0) {
                text.append(format(
                        "%n%s, %s, had left %,.0f of the %,.0f that never read in the end.%n",
                        row.server(), row.protocol(), row.of(Measurement::stalledLeft), stalled));
            }
        }
        incidents(text, rows);
    }

    /** What happened to connections, over all turns. */
    private static void incidents(StringBuilder text, List<Medians> rows) {
        for (Medians row : rows) {
            Map<String, Long> sum = new TreeMap<>();
            row.repetitions().forEach(one -> {
                if (one.seen() != null) {
                    one.seen().incidents().forEach((what, count) -> sum.merge(what, count, Long::sum));
                }
            });
            if (!sum.isEmpty()) {
                text.append(format("%n%s, %s, connections in all turns: %s.%n", row.server(), row.protocol(), sum));
            }
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // every format is a literal in this file
    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
