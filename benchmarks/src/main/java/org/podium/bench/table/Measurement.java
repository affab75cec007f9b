package org.podium.bench.table;

import org.jspecify.annotations.Nullable;
import org.podium.bench.load.Seen;
import org.podium.bench.peer.Peer.Protocol;

/**
 * One repetition of a scenario with one server.
 *
 * @param stalledLeft stalled readers that the server had left in the end
 * @param connected readers that were connected, the stalled ones with them
 * @param offeredPerSecond deliveries a second if everybody got everything
 * @param seen what readers saw; null when nothing was published
 * @param behind readers that did not hold the newest version published when all was over
 * @param settleSeconds from the last intended time until nobody was behind, or it was given up
 * @param cpuSeconds of the server, from the first intended time until it had settled
 * @param cpuSecondsPerMillion the same for a million messages that readers got
 * @param coresBefore CPU seconds a second before a storm; zero without one
 * @param coresAfter CPU seconds a second from five seconds after a storm; zero without one
 * @param residentBytesBefore before anybody connected
 * @param residentBytes when it was over
 * @param residentBytesPerConnection what connecting added, before anything was published
 * @param readySeconds from the start of the process until it was ready; zero where that is not measured
 */
record Measurement(
        Scenario scenario,
        String server,
        Protocol protocol,
        int repetition,
        int readers,
        int stalled,
        int stalledLeft,
        int connected,
        double offeredPerSecond,
        @Nullable Seen seen,
        int behind,
        double settleSeconds,
        double cpuSeconds,
        double cpuSecondsPerMillion,
        double coresBefore,
        double coresAfter,
        long residentBytesBefore,
        long residentBytes,
        long residentBytesPerConnection,
        double readySeconds) {

    /** A gateway that was started and did nothing else. */
    static Measurement ofStart(String server, int repetition, double readySeconds, long residentBytes) {
        return new Measurement(
                Scenario.COLD_START,
                server,
                Protocol.SSE,
                repetition,
                0,
                0,
                0,
                0,
                0,
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                residentBytes,
                0,
                readySeconds);
    }
}
