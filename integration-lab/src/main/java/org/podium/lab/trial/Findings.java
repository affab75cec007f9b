package org.podium.lab.trial;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.podium.lab.latency.Percentiles;

/**
 * What clients saw of the events of one stretch of time.
 *
 * @param latencies from the moment an event was meant to be taken to each client's sight of its result
 * @param overBudget results over the budget
 * @param lost events that a client never saw the result of, and units that did not become official
 * @param twice versions that came again, and events that made two versions
 * @param outOfOrder versions that came before one below them
 * @param wentBack versions lower than one that the same client had
 * @param wrong units that ended otherwise than what was said about them
 * @param resynchronised how often a gateway could not go on where a client was
 * @param slowest which result took the longest, and of which moment its event was
 * @param sentences some of what is wrong, in words
 */
public record Findings(
        Percentiles latencies,
        long overBudget,
        long lost,
        long twice,
        long outOfOrder,
        long wentBack,
        long wrong,
        long resynchronised,
        String slowest,
        List<String> sentences) {

    public Findings {
        sentences = List.copyOf(sentences);
    }

    /** The longest time that a result took. */
    public Duration longestStall() {
        return latencies.max();
    }

    /** True when all that is promised was kept. */
    public boolean kept() {
        return broken().values().stream().allMatch(count -> count == 0);
    }

    /** How often each promise was broken, by what people call that, in the order in which they are told. */
    public SequencedMap<String, Long> broken() {
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        counts.put("over", overBudget);
        counts.put("lost", lost);
        counts.put("twice", twice);
        counts.put("out of order", outOfOrder);
        counts.put("went back", wentBack);
        counts.put("wrong", wrong);
        return counts;
    }
}
