package org.podium.bench.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.podium.bench.load.Seen;
import org.podium.bench.peer.Peer.Protocol;

/** The repetitions of one scenario with one server, of which each figure's median counts. */
record Medians(Scenario scenario, String server, Protocol protocol, List<Measurement> repetitions) {

    private record Key(Scenario scenario, String server, Protocol protocol) {}

    Medians {
        repetitions = List.copyOf(repetitions);
    }

    /** Groups measurements, in the order of their first appearance. */
    static List<Medians> of(List<Measurement> measurements) {
        Map<Key, List<Measurement>> groups = measurements.stream()
                .collect(Collectors.groupingBy(
                        one -> new Key(one.scenario(), one.server(), one.protocol()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new Medians(
                        group.getKey().scenario(),
                        group.getKey().server(),
                        group.getKey().protocol(),
                        group.getValue()))
                .toList();
    }

    /** Median of a figure; the mean of the two in the middle of an even number. */
    double of(ToDoubleFunction<Measurement> figure) {
        double[] sorted = repetitions.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Median of a figure of what readers saw; 0 where nothing was published. */
    double seen(ToDoubleFunction<Seen> figure) {
        return of(one -> one.seen() == null ? 0 : figure.applyAsDouble(one.seen()));
    }
}
