package org.podium.lab.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.podium.lab.latency.Latencies;

/** A stretch of time, from one fault to the next, and what is found out about its events. */
public final class Stretch {

    private static final int MOST_SENTENCES = 5;

    private final Latencies latencies = new Latencies();
    private final List<Stall> stalls = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private long lost;
    private long twice;
    private long outOfOrder;
    private long wentBack;
    private long wrong;
    private long resynchronised;
    private Duration longest = Duration.ZERO;
    private String slowest = "none";

    /** @param what and which client had it after so long */
    void took(Instant due, Duration latency, String client, String what) {
        latencies.record(latency);
        if (latency.compareTo(longest) > 0) {
            longest = latency;
            slowest = "%s, of %s".formatted(what, due);
        }
        if (latency.compareTo(Latencies.BUDGET) > 0) {
            stalls.stream()
                    .filter(stall -> stall.includes(due))
                    .findFirst()
                    .orElseGet(() -> {
                        stalls.add(new Stall(due));
                        return stalls.getLast();
                    })
                    .add(due, latency, client, what);
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

    /** What is known by now. */
    public Findings findings() {
        List<String> all = new ArrayList<>();
        stalls.stream().limit(MOST_SENTENCES).map(Stall::sentence).forEach(all::add);
        all.addAll(sentences);
        return new Findings(
                latencies.all(),
                latencies.overBudget(),
                lost,
                twice,
                outOfOrder,
                wentBack,
                wrong,
                resynchronised,
                slowest,
                all);
    }

    /** Results over the budget that follow one another. */
    private static final class Stall {

        private static final Duration APART = Duration.ofSeconds(5);

        private Instant first;
        private Instant last;
        private Duration longest = Duration.ZERO;
        private String what = "";
        private final Map<String, Integer> results = new TreeMap<>();

        Stall(Instant due) {
            this.first = due;
            this.last = due;
        }

        boolean includes(Instant due) {
            return due.isAfter(first.minus(APART)) && due.isBefore(last.plus(APART));
        }

        void add(Instant due, Duration latency, String client, String of) {
            first = due.isBefore(first) ? due : first;
            last = due.isAfter(last) ? due : last;
            results.merge(client, 1, Integer::sum);
            if (latency.compareTo(longest) > 0) {
                longest = latency;
                what = of;
            }
        }

        String sentence() {
            return "over the budget: %s, of events from %s to %s; %s took %d ms"
                    .formatted(
                            results.entrySet().stream()
                                    .map(each -> "%d results of %s".formatted(each.getValue(), each.getKey()))
                                    .collect(Collectors.joining(", ")),
                            first,
                            last,
                            what,
                            longest.toMillis());
        }
    }
}
