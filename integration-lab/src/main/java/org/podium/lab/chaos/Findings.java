package org.podium.lab.chaos;

import java.time.Duration;
import java.util.List;
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
 * @param sentences some of what is wrong, in words
 */
record Findings(
        Percentiles latencies,
        long overBudget,
        long lost,
        long twice,
        long outOfOrder,
        long wentBack,
        long wrong,
        long resynchronised,
        List<String> sentences) {

    Findings {
        sentences = List.copyOf(sentences);
    }

    /** The longest time that a result took. */
    Duration longestStall() {
        return latencies.max();
    }

    /** True when all that is promised was kept. */
    boolean kept() {
        return overBudget == 0 && lost == 0 && twice == 0 && outOfOrder == 0 && wentBack == 0 && wrong == 0;
    }
}
