package org.podium.bench.load;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How a time is spread over many cases, in milliseconds; all zero when there were none. */
public record Percentiles(long count, double p50, double p90, double p99, double p999, double max) {

    static Percentiles ofMicros(Histogram histogram) {
        return new Percentiles(
                histogram.getTotalCount(),
                millis(histogram.getValueAtPercentile(50)),
                millis(histogram.getValueAtPercentile(90)),
                millis(histogram.getValueAtPercentile(99)),
                millis(histogram.getValueAtPercentile(99.9)),
                millis(histogram.getTotalCount() == 0 ? 0 : histogram.getMaxValue()));
    }

    private static double millis(long micros) {
        return (double) micros / TimeUnit.MILLISECONDS.toMicros(1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f ms (%d)",
                p50,
                p90,
                p99,
                p999,
                max,
                count);
    }
}
