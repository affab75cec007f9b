package org.podium.bench.table;

import java.util.List;
import org.podium.lab.machine.Machine;

/**
 * What came of one run of the command: everything that is needed to believe it, and to do it again.
 *
 * @param at when it began, ISO 8601
 * @param commit of the sources; "-dirty" when they were changed
 * @param missing peers that were not measured, and how to install them
 */
record Run(
        String at,
        String commit,
        String command,
        Machine machine,
        boolean quick,
        int repetitions,
        int secondsEach,
        List<String> gatewaySettings,
        List<String> missing,
        List<Measurement> measurements) {

    Run {
        gatewaySettings = List.copyOf(gatewaySettings);
        missing = List.copyOf(missing);
        measurements = List.copyOf(measurements);
    }
}
