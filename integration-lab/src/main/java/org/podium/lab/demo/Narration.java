package org.podium.lab.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.podium.lab.latency.Latencies;
import org.podium.lab.reader.SeenLine;
import org.podium.lab.reader.SeenResult;

/** What the demo says on the terminal, one line each. May be called from any thread. */
final class Narration {

    private final PrintWriter out;
    private final InstantSource clock;
    private final Instant start;

    Narration(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Something is done; printed with the time since the start. */
    void step(String text) {
        Duration since = Duration.between(start, clock.instant());
        line("%5.1f s  %s".formatted(since.toMillis() / 1_000.0, text));
    }

    /** A result became official, or changed after that. */
    void official(SeenResult result, Optional<Duration> latency) {
        boolean corrected = result.flags().contains("CORRECTED");
        line("%s  %s  %s%s"
                .formatted(
                        corrected ? "corrected" : "official ",
                        result.title(),
                        winners(result),
                        latency.map(time -> "  " + time.toMillis() + " ms").orElse("")));
    }

    private static String winners(SeenResult result) {
        List<SeenLine> winners = result.lines().stream()
                .filter(line -> line.rank() != null && line.rank() == 1)
                .toList();
        return winners.isEmpty()
                ? "nobody ranked"
                : winners.stream()
                        .map(line -> "1%s %s (%s) %s"
                                .formatted(line.rankEqual() ? "=" : ".", line.name(), line.organisation(), line.text())
                                .strip())
                        .collect(Collectors.joining(", "));
    }

    /** How long results took since the last such line. */
    void running(Watch watch) {
        line("latency    %s of %,d ms allowed  (%d of %d units official, %,d results)"
                .formatted(
                        watch.latencies().sinceLast(),
                        Latencies.BUDGET.toMillis(),
                        watch.official(),
                        watch.units(),
                        watch.results()));
    }

    /** A line as it is. */
    void line(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }
}
