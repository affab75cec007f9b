package org.podium.streams.medals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.Medal;
import org.podium.model.wire.Medallist;
import org.podium.model.wire.Result;
import org.podium.streams.stored.StoredEvent;
import org.podium.streams.stored.StoredMedal;
import org.podium.streams.stored.StoredUnitMedals;

/** The medals of an event, unit by unit. */
public final class EventMedals {

    /** Medals that nobody has won yet. */
    public static final StoredEvent NONE = new StoredEvent(0L, List.of(), null);

    private EventMedals() {}

    /**
     * What the units of an event give, with what results give in place of what their units gave before. A result gives
     * medals only while it is OFFICIAL.
     */
    public static List<StoredUnitMedals> replace(List<StoredUnitMedals> before, List<Result> results) {
        List<StoredUnitMedals> units = before;
        for (Result result : results) {
            units = replace(units, result);
        }
        return units;
    }

    private static List<StoredUnitMedals> replace(List<StoredUnitMedals> before, Result result) {
        List<StoredMedal> medals = result.getLines().stream()
                .filter(line -> line.getMedal() != null)
                .map(line -> new StoredMedal(
                        line.getMedal().name(),
                        line.getCompetitor(),
                        line.getName(),
                        line.getOrganisation(),
                        line.getMembers()))
                .toList();
        if (medals.isEmpty() && before.stream().noneMatch(unit -> unit.getUnit().equals(result.getUnit()))) {
            return before;
        }
        List<StoredUnitMedals> units = new ArrayList<>(before);
        units.removeIf(unit -> unit.getUnit().equals(result.getUnit()));
        if (!medals.isEmpty()) {
            units.add(new StoredUnitMedals(
                    result.getUnit(), medals, ChronoUnit.MICROS.between(Instant.EPOCH, result.getScheduledStart())));
            units.sort(Comparator.comparing(StoredUnitMedals::getUnit));
        }
        return units;
    }

    /** Who won them. */
    public static List<Medallist> medallists(List<StoredUnitMedals> units) {
        return units.stream()
                .flatMap(unit -> unit.getMedals().stream()
                        .map(medal -> new Medallist(
                                Medal.valueOf(medal.getMedal()),
                                medal.getCompetitor(),
                                medal.getName(),
                                medal.getOrganisation(),
                                medal.getMembers(),
                                unit.getUnit(),
                                start(unit))))
                .toList();
    }

    private static @Nullable Instant start(StoredUnitMedals unit) {
        Long micros = unit.getScheduledStartMicros();
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
