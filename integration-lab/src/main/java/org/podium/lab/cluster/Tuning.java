package org.podium.lab.cluster;

import java.util.List;
import java.util.Map;

/**
 * What the processes of a cluster on one machine are set for.
 *
 * @param serviceHeapMiB the heap of a gateway and of an instance of results-streams
 * @param wholeHeap whether a JVM takes its whole heap from the machine at its start, and not while results wait
 * @param jvm options of every JVM
 * @param streams settings of results-streams, as {@code KEY=VALUE}
 * @param venues settings of what agents of venues reach Kafka with
 */
public record Tuning(
        int serviceHeapMiB, boolean wholeHeap, List<String> jvm, List<String> streams, Map<String, String> venues) {

    /**
     * A dozen JVMs on two cores, of which some have just started: each with one collector thread, and with the quick
     * compiler alone, since the thorough one would take the cores from everything else for minutes. Huge pages, where
     * the kernel gives them, since the processors' tables of pages are too small for a dozen heaps.
     *
     * <p>Room for code and for classes is reserved, not taken. With what a small JVM starts with, the collector looks
     * through the whole heap for code and classes that could go, seconds after the start, and none can: everything
     * stands still for 0.15 s, and for 0.6 s while all want the cores.
     *
     * <p>Each commit writes a marker to every partition of a transaction and its copies: fewer of them where all
     * brokers share two processors, and fewer still while they are slow. With the request timeout, after which a broker
     * that hangs is left, the interval is less than the transaction timeout (ADR 0087). Agents of venues gather for a
     * moment: sent one by one, the events of a burst would be more requests at the brokers than all else, copies
     * included.
     */
    public static final Tuning FOR_ROOM = new Tuning(
            256,
            false,
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:ReservedCodeCacheSize=240m",
                    "-XX:MetaspaceSize=240m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseTransparentHugePages",
                    "-Xss512k"),
            List.of("podium.streams.commit-interval=100ms", "podium.streams.longest-commit-interval=500ms"),
            Map.of("podium.kafka.client.linger.ms", "25"));

    /**
     * Few processes that run for long: room in their heaps, huge pages where the kernel gives them, the thorough
     * compiler, a collector that copies what stays once (ADR 0093), commits and agents that gather a little, which are
     * fewer requests for the same events (ADR 0089), and commits that are fewer still where brokers have no processor.
     */
    public static final Tuning FOR_SPEED = new Tuning(
            2_048,
            true,
            List.of(
                    "-XX:+UseG1GC",
                    "-XX:MaxTenuringThreshold=0",
                    "-XX:MetaspaceSize=240m",
                    "-XX:+UseTransparentHugePages"),
            List.of("podium.streams.commit-interval=25ms", "podium.streams.longest-commit-interval=500ms"),
            Map.of("podium.kafka.client.linger.ms", "5"));

    public Tuning {
        jvm = List.copyOf(jvm);
        streams = List.copyOf(streams);
        venues = Map.copyOf(venues);
    }
}
