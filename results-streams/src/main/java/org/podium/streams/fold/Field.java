package org.podium.streams.fold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Irm;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.Score;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.Payload;
import org.podium.streams.validate.Starter;

/**
 * The starters of a unit and what each of them did. Kept beside the slots that it follows from: after an event only the
 * performances that it touched are gathered again, and all others are the same objects.
 */
final class Field {

    private @Nullable Definition definition;
    private @Nullable Payload startList;
    private Map<CompetitorId, Starter> starters = Map.of();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Performance> performances = new ArrayList<>();

    /** Follows what changed in the slots since the last call. */
    @SuppressWarnings("ReferenceEquality") // A new list or definition is gathered anew, also when it says the same.
    void bringUpToDate(Slots slots, Definition now) {
        Payload list = slots.top(Slot.START_LIST);
        if (now != definition || list != startList) {
            slots.takeTouched();
            definition = now;
            startList = list;
            gather(slots, now, list);
        } else {
            for (String competitor : slots.takeTouched()) {
                Integer place = places.get(competitor);
                if (place != null) {
                    performances.set(place, performance(slots, starterOf(performances.get(place))));
                }
            }
        }
    }

    private Starter starterOf(Performance performance) {
        Starter starter = starters.get(performance.competitor());
        if (starter == null) {
            throw new IllegalStateException("A performance of nobody: " + performance);
        }
        return starter;
    }

    private void gather(Slots slots, Definition now, @Nullable Payload list) {
        Map<CompetitorId, Starter> all = new LinkedHashMap<>(now.entries());
        if (list instanceof Payload.StartList(List<Starter> starting)) {
            starting.forEach(starter -> all.put(starter.competitor(), starter));
        } else {
            all.putAll(now.drawn());
        }
        starters = Collections.unmodifiableMap(all);
        places.clear();
        performances.clear();
        for (Starter starter : all.values()) {
            places.put(starter.competitor().value(), performances.size());
            performances.add(performance(slots, starter));
        }
    }

    private static Performance performance(Slots slots, Starter starter) {
        List<Score> scores = new ArrayList<>();
        Map<String, Irm> pointIrms = new TreeMap<>();
        Irm ofUnit = null;
        for (Payload payload : slots.about(starter.competitor().value())) {
            if (payload instanceof Payload.Scored(CompetitorId ignored, Score score)) {
                scores.add(score);
            } else if (payload instanceof Payload.Marked(CompetitorId ignored, String point, Irm irm) && irm != null) {
                if (point.isEmpty()) {
                    ofUnit = irm;
                } else {
                    pointIrms.put(point, irm);
                }
            }
        }
        return new Performance(starter.competitor(), starter.startOrder(), starter.lot(), scores, ofUnit, pointIrms);
    }

    /**
     * Expected competitors and those of the start list, which says the last word about each; as long as there is none,
     * those who were drawn.
     */
    Map<CompetitorId, Starter> starters() {
        return starters;
    }

    /** Their performances, in their order. */
    List<Performance> performances() {
        return Collections.unmodifiableList(new ArrayList<>(performances));
    }
}
