package org.podium.lab.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.podium.lab.latency.Latencies;
import org.podium.lab.reader.SeenLine;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.replay.IntendedTimes;
import org.podium.lab.replay.Timetable;
import org.podium.lab.verdict.Verdict;
import org.podium.model.id.UnitKey;

/** Watches what a client of the gateway receives of a replay: measures, compares, and has official results told. */
final class Watch {

    private final Set<UnitKey> units = new HashSet<>();
    private final IntendedTimes intended = new IntendedTimes();
    private final Latencies latencies = new Latencies();
    private final Verdict verdict;
    private final Narration narration;
    private final Map<UnitKey, Long> versions = new HashMap<>();
    private final Map<UnitKey, List<SeenLine>> told = new HashMap<>();
    private long results;

    Watch(Timetable timetable, Verdict verdict, Narration narration) {
        timetable.definitions().forEach(unit -> units.add(UnitKey.of(unit.getCompetition(), unit.getUnit())));
        this.intended.add(timetable);
        this.verdict = verdict;
        this.narration = narration;
    }

    /** A version that arrived; one that was there before, as after a reconnect, counts once. */
    synchronized void saw(SeenResult result) {
        if (!units.contains(result.unit()) || result.version() <= versions.getOrDefault(result.unit(), 0L)) {
            return;
        }
        versions.put(result.unit(), result.version());
        results++;
        verdict.saw(result);
        List<Duration> took = intended.latencies(result);
        took.forEach(latencies::record);
        if (result.official() && !result.lines().equals(told.put(result.unit(), result.lines()))) {
            narration.official(result, took.isEmpty() ? Optional.empty() : Optional.of(took.getLast()));
        }
    }

    /** Units of the replay. */
    int units() {
        return units.size();
    }

    /** Units that have been official. */
    synchronized int official() {
        return told.size();
    }

    /** True when every unit has been official, and the recorded ones with their recorded ranks. */
    boolean allAsExpected() {
        return official() == units() && verdict.objections().isEmpty();
    }

    /** Versions of results that arrived. */
    synchronized long results() {
        return results;
    }

    Latencies latencies() {
        return latencies;
    }

    Verdict verdict() {
        return verdict;
    }
}
