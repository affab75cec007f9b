package org.podium.bench.pipeline;

import java.util.Map;
import org.podium.lab.trial.Findings;

/**
 * What came of a load.
 *
 * @param on the cluster
 * @param under the load
 * @param venueEvents that were meant to be sent meanwhile
 * @param seconds from the first of them to the last
 * @param findings what clients saw
 * @param cpuMicros processor time for each event, until what was late had come, in microseconds, of each of
 *     {@link Usage#PARTIES}
 */
record Measured(Case on, Step under, long venueEvents, long seconds, Findings findings, Map<String, Long> cpuMicros) {

    Measured {
        cpuMicros = Map.copyOf(cpuMicros);
    }

    /** True when all that is promised was kept, in the time that is to be reached. */
    boolean reached() {
        return under.reached(findings.latencies()) && findings.kept();
    }
}
