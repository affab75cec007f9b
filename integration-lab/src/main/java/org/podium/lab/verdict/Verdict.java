package org.podium.lab.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.recording.OfficialResult;
import org.podium.model.id.UnitKey;

/**
 * Whether every recorded unit became official with its recorded ranks, as a client saw it: where a recording has a
 * correction, first with the ranks before it and then with those after it. May be told of results from any thread.
 */
public final class Verdict {

    private final Map<UnitKey, Awaited> units = new LinkedHashMap<>();

    /** Expects these units. */
    public Verdict(Map<UnitKey, OfficialResult> official) {
        official.forEach((unit, result) -> units.put(unit, new Awaited(result)));
    }

    /** A version that the client saw; of other units nothing is expected. */
    public synchronized void saw(SeenResult result) {
        Awaited awaited = units.get(result.unit());
        if (awaited != null) {
            awaited.saw(result);
        }
    }

    /** What is wrong or still missing, one sentence a unit; empty when all is as recorded. */
    public synchronized List<String> objections() {
        List<String> objections = new ArrayList<>();
        units.forEach((unit, awaited) -> {
            List<String> differences = awaited.differences();
            if (!differences.isEmpty()) {
                objections.add(unit + " (" + awaited.official.title() + "): " + String.join("; ", differences));
            }
        });
        return List.copyOf(objections);
    }

    /** How many units are expected. */
    public int units() {
        return units.size();
    }

    private static final class Awaited {

        private final OfficialResult official;
        private boolean sawBefore;
        private @Nullable SeenResult newest;

        Awaited(OfficialResult official) {
            this.official = official;
        }

        void saw(SeenResult result) {
            if (newest != null && result.version() <= newest.version()) {
                return;
            }
            newest = result;
            OfficialResult.Corrected corrected = official.corrected();
            if (corrected != null && result.official()) {
                sawBefore |= Ranks.differences(corrected.ranksBefore(), result.lines())
                        .isEmpty();
            }
        }

        List<String> differences() {
            if (newest == null) {
                return List.of("no result came");
            }
            if (!newest.official()) {
                return List.of("its newest version, %d, is %s".formatted(newest.version(), newest.status()));
            }
            if (official.corrected() != null && !sawBefore) {
                return List.of("it was never official with the ranks before its correction");
            }
            return Ranks.differences(official.ranks(), newest.lines());
        }
    }
}
