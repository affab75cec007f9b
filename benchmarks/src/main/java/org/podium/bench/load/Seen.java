package org.podium.bench.load;

import java.util.Map;

/**
 * What the readers have seen since the counting began. Times are milliseconds.
 *
 * @param readers that were connected
 * @param messages that had an intended time, whenever that was
 * @param bytes received, protocol included
 * @param skipped versions that a reader was not sent, since a newer one took their place or they were lost
 * @param duplicates versions that a reader was sent again
 * @param backwards versions that came after a newer one
 * @param behind readers that do not hold the newest version of every subject
 * @param age from the intended send time to arrival, of what arrived
 * @param newest from the intended send time of each version, also of those skipped, until a reader held it or a newer
 *     one
 * @param caughtUp after a storm, until a reader held of every subject a version from after the storm's beginning
 * @param incidents what else happened to connections, and how often
 */
public record Seen(
        int readers,
        long messages,
        long bytes,
        long skipped,
        long duplicates,
        long backwards,
        int behind,
        Percentiles age,
        Percentiles newest,
        Percentiles caughtUp,
        Map<String, Long> incidents) {

    public Seen {
        incidents = Map.copyOf(incidents);
    }
}
