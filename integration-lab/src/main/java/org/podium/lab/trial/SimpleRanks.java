package org.podium.lab.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.Component;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Mark;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/**
 * What a unit has to end in, from all that its venue said: a computation of its own, as simple as the simulated sports
 * of the campaign allow, that shares nothing with the code under test.
 */
final class SimpleRanks {

    /**
     * How a competitor ends.
     *
     * @param rank null when not ranked
     * @param irm null when none is borne
     */
    record End(@Nullable Integer rank, @Nullable Irm irm) {}

    /** Rules of the sports that can be computed here. */
    static boolean knows(String rule) {
        return switch (rule) {
            case "race-by-time", "best-attempt", "points-total", "by-place", "stage-sum" -> true;
            default -> false;
        };
    }

    private static final long SECOND = 1_000_000;

    private SimpleRanks() {}

    /**
     * How each competitor ends.
     *
     * @param events all that the venue said, in any order, each once
     */
    static Map<String, End> of(UnitDefinition unit, List<VenueEvent> events) {
        Map<Long, VenueEvent> bySequence = new TreeMap<>();
        events.forEach(event -> bySequence.put(event.getSequence(), event));
        Map<Long, VenueEvent> standing = new TreeMap<>(bySequence);
        bySequence.values().stream().filter(event -> event.getAmends() != null).forEach(event -> {
            standing.remove(event.getAmends());
            if (event.getKind() == EventKind.WITHDRAWAL) {
                standing.remove(event.getSequence());
            }
        });
        Map<String, List<Mark>> marks = new HashMap<>();
        Map<String, Irm> irms = new HashMap<>();
        standing.values().forEach(event -> {
            if (event.getMark() != null) {
                marks.computeIfAbsent(event.getMark().getCompetitor(), first -> new ArrayList<>())
                        .add(event.getMark());
            } else if (event.getIrm() != null) {
                irms.put(event.getIrm().getCompetitor(), event.getIrm().getIrm());
            }
        });
        Map<String, List<Long>> keys = new HashMap<>();
        for (Entry entry : unit.getEntries()) {
            String competitor = entry.getCompetitor();
            List<Long> key = key(unit.getRule().getName(), marks.getOrDefault(competitor, List.of()));
            if (!irms.containsKey(competitor) && !key.isEmpty()) {
                keys.put(competitor, key);
            }
        }
        Map<String, End> ends = new HashMap<>();
        unit.getEntries().forEach(entry -> {
            List<Long> own = keys.get(entry.getCompetitor());
            Integer rank = own == null
                    ? null
                    : 1
                            + (int) keys.values().stream()
                                    .filter(other -> BY_KEY.compare(other, own) < 0)
                                    .count();
            ends.put(entry.getCompetitor(), new End(rank, irms.get(entry.getCompetitor())));
        });
        return ends;
    }

    private static final Comparator<List<Long>> BY_KEY = (a, b) -> {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = Long.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(b.size(), a.size());
    };

    /** Numbers of which the smaller is better, the first that differs decides; none when there is no mark yet. */
    private static List<Long> key(String rule, List<Mark> marks) {
        List<Mark> valid = marks.stream()
                .filter(mark -> mark.getOutcome() == Outcome.VALID)
                .toList();
        return switch (rule) {
            case "race-by-time" ->
                valid.stream()
                        .filter(mark -> mark.getPoint().isEmpty())
                        .map(Mark::getValue)
                        .toList();
            case "by-place" -> valid.stream().map(Mark::getValue).toList();
            case "best-attempt" ->
                valid.stream().map(mark -> -mark.getValue()).sorted().toList();
            case "points-total" ->
                valid.isEmpty()
                        ? List.of()
                        : List.of(
                                -valid.stream().mapToLong(Mark::getValue).sum(),
                                -valid.stream()
                                        .flatMap(mark -> mark.getComponents().stream())
                                        .filter(component -> component.getName().equals("X"))
                                        .mapToLong(Component::getValue)
                                        .sum());
            case "stage-sum" ->
                valid.isEmpty()
                        ? List.of()
                        : List.of(
                                (long) -valid.size(),
                                valid.stream()
                                        .mapToLong(mark -> mark.getValue() / SECOND)
                                        .sum(),
                                valid.stream().mapToLong(Mark::getValue).sum());
            default -> throw new IllegalArgumentException("No simple computation for " + rule);
        };
    }
}
