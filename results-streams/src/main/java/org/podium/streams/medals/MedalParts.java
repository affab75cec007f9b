package org.podium.streams.medals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.podium.model.wire.MedalPart;
import org.podium.streams.stored.StoredContribution;
import org.podium.streams.stored.StoredEventMedals;
import org.podium.streams.stored.StoredMedalPart;

/** Medals by discipline and gender, which the first four characters of an event's RSC name. */
final class MedalParts {

    private static final int DISCIPLINE_END = 3;
    private static final int GENDER_END = 4;

    private MedalParts() {}

    /** What each organisation has won, part by part in the order of their codes. */
    static Map<String, List<StoredMedalPart>> byOrganisation(Iterable<StoredEventMedals> events) {
        Map<String, NavigableMap<String, Tally>> tallies = new HashMap<>();
        for (StoredEventMedals event : events) {
            String code = event.getEvent().substring(0, GENDER_END);
            for (StoredContribution given : event.getContributions()) {
                tallies.computeIfAbsent(given.getOrganisation(), first -> new TreeMap<>())
                        .merge(code, new Tally(given.getGold(), given.getSilver(), given.getBronze()), Tally::plus);
            }
        }
        Map<String, List<StoredMedalPart>> parts = new HashMap<>();
        tallies.forEach((organisation, own) -> {
            List<StoredMedalPart> list = new ArrayList<>();
            own.forEach((code, tally) -> list.add(new StoredMedalPart(
                    code.substring(0, DISCIPLINE_END),
                    code.substring(DISCIPLINE_END),
                    tally.gold(),
                    tally.silver(),
                    tally.bronze())));
            parts.put(organisation, list);
        });
        return parts;
    }

    static List<MedalPart> published(List<StoredMedalPart> parts) {
        return parts.stream()
                .map(part -> new MedalPart(
                        part.getDiscipline(), part.getGender(), part.getGold(), part.getSilver(), part.getBronze()))
                .toList();
    }
}
