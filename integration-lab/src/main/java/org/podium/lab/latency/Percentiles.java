package org.podium.lab.latency;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What a number of latencies come to. All zero when there were none. */
public record Percentiles(long count, Duration p50, Duration p99, Duration p999, Duration max) {

    static Percentiles of(Histogram micros) {
        return new Percentiles(
                micros.getTotalCount(),
                at(micros, 50),
                at(micros, 99),
                at(micros, 99.9),
                micros(micros.getTotalCount() == 0 ? 0 : micros.getMaxValue()));
    }

    private static Duration at(Histogram micros, double percentile) {
        return micros(micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile));
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }

    /** For people: {@code p50 12 ms, p99 40 ms, p99.9 55 ms, max 61 ms}. */
    @Override
    public String toString() {
        return "p50 %s, p99 %s, p99.9 %s, max %s".formatted(millis(p50), millis(p99), millis(p999), millis(max));
    }

    private static String millis(Duration latency) {
        return String.format(Locale.ROOT, "%d ms", (latency.toNanos() + 500_000) / 1_000_000);
    }
}
