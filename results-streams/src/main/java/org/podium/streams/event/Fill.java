package org.podium.streams.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.streams.validate.Starter;

/**
 * What another unit or phase puts into a place of a start list.
 *
 * @param preferred who has the rank that fills it; null while nobody surely has
 * @param candidates everybody who could have it, best first
 */
public record Fill(int startOrder, @Nullable Starter preferred, List<Starter> candidates) {

    /**
     * The starters that places of a start list come to. Whoever has a mark in the unit has competed there, and keeps
     * the place, whatever becomes later of the result that gave it: a decision about a semi-final months later does not
     * replace who fought the final. So this depends on what is said now and not on what was known first.
     *
     * @param spokenOf whether there is a mark or an IRM of a competitor in the unit
     */
    public static Map<CompetitorId, Starter> starters(List<Fill> fills, Predicate<CompetitorId> spokenOf) {
        @Nullable Starter[] places = new Starter[fills.size()];
        Set<CompetitorId> placed = new HashSet<>();
        for (int i = 0; i < places.length; i++) {
            Starter preferred = fills.get(i).preferred();
            if (preferred != null && spokenOf.test(preferred.competitor()) && placed.add(preferred.competitor())) {
                places[i] = preferred;
            }
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] == null) {
                places[i] = fills.get(i).candidates().stream()
                        .filter(starter -> spokenOf.test(starter.competitor()) && placed.add(starter.competitor()))
                        .findFirst()
                        .orElse(null);
            }
        }
        for (int i = 0; i < places.length; i++) {
            Starter preferred = fills.get(i).preferred();
            if (places[i] == null && preferred != null && placed.add(preferred.competitor())) {
                places[i] = preferred;
            }
        }
        List<Starter> starters = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Starter starter = places[i];
            if (starter != null) {
                starters.add(starter.at(fills.get(i).startOrder()));
            }
        }
        Map<CompetitorId, Starter> byId = new LinkedHashMap<>();
        starters.forEach(starter -> byId.put(starter.competitor(), starter));
        return byId;
    }
}
