package org.podium.streams.medals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.podium.model.id.EventKey;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.Medal;
import org.podium.model.wire.Medallist;
import org.podium.model.wire.Result;
import org.podium.streams.stored.StoredEvent;
import org.podium.streams.stored.StoredMedal;
import org.podium.streams.stored.StoredUnitMedals;

/** The medals of an event, unit by unit. */
public final class EventMedals {

    /** Medals that nobody has won yet. */
    public static final StoredEvent NONE = new StoredEvent(0L, List.of());

    private static final Comparator<Medallist> ORDER = Comparator.comparing(Medallist::getMedal)
            .thenComparing(Medallist::getOrganisation)
            .thenComparing(Medallist::getCompetitor)
            .thenComparing(Medallist::getUnit);

    private EventMedals() {}

    /**
     * The event with what a result gives in place of what its unit gave before; empty when that is the same. A result
     * gives medals only while it is OFFICIAL.
     */
    public static Optional<StoredEvent> replace(StoredEvent event, Result result) {
        List<StoredMedal> medals = result.getLines().stream()
                .filter(line -> line.getMedal() != null)
                .map(line -> new StoredMedal(
                        line.getMedal().name(),
                        line.getCompetitor(),
                        line.getName(),
                        line.getOrganisation(),
                        line.getMembers()))
                .toList();
        List<StoredUnitMedals> units = new ArrayList<>(event.getUnits());
        List<StoredMedal> before = units.stream()
                .filter(unit -> unit.getUnit().equals(result.getUnit()))
                .map(StoredUnitMedals::getMedals)
                .findAny()
                .orElse(List.of());
        if (medals.equals(before)) {
            return Optional.empty();
        }
        units.removeIf(unit -> unit.getUnit().equals(result.getUnit()));
        if (!medals.isEmpty()) {
            units.add(new StoredUnitMedals(result.getUnit(), medals));
            units.sort(Comparator.comparing(StoredUnitMedals::getUnit));
        }
        return Optional.of(new StoredEvent(event.getVersion() + 1, units));
    }

    /** The event as it is published, after a result that changed it. */
    public static EventResult published(EventKey key, StoredEvent event, Result result) {
        return new EventResult(
                key.competition().value(),
                key.event(),
                result.getFeed(),
                event.getVersion(),
                result.getDisciplineName(),
                result.getEventName(),
                medallists(event),
                result.getTakenAt());
    }

    private static List<Medallist> medallists(StoredEvent event) {
        return event.getUnits().stream()
                .flatMap(unit -> unit.getMedals().stream()
                        .map(medal -> new Medallist(
                                Medal.valueOf(medal.getMedal()),
                                medal.getCompetitor(),
                                medal.getName(),
                                medal.getOrganisation(),
                                medal.getMembers(),
                                unit.getUnit())))
                .sorted(ORDER)
                .toList();
    }
}
