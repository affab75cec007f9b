package org.podium.lab.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.podium.lab.latency.Latencies;

/** A stretch of time, from one fault to the next, and what is found out about its events. */
final class Stretch {

    private static final int MOST_SENTENCES = 5;

    private final Latencies latencies = new Latencies();
    private final List<String> sentences = new ArrayList<>();
    private long lost;
    private long twice;
    private long outOfOrder;
    private long wentBack;
    private long wrong;
    private long resynchronised;

    void took(Duration latency, String what) {
        latencies.record(latency);
        if (latency.compareTo(Latencies.BUDGET) > 0) {
            say("%s took %d ms".formatted(what, latency.toMillis()));
        }
    }

    void lost(String what) {
        lost++;
        say(what);
    }

    void twice(String what) {
        twice++;
        say(what);
    }

    void outOfOrder(String what) {
        outOfOrder++;
        say(what);
    }

    void wentBack(String what) {
        wentBack++;
        say(what);
    }

    void wrong(String what) {
        wrong++;
        say(what);
    }

    void resynchronised() {
        resynchronised++;
    }

    private void say(String sentence) {
        if (sentences.size() < MOST_SENTENCES) {
            sentences.add(sentence);
        }
    }

    Findings findings() {
        return new Findings(
                latencies.all(),
                latencies.overBudget(),
                lost,
                twice,
                outOfOrder,
                wentBack,
                wrong,
                resynchronised,
                sentences);
    }
}
