package org.podium.streams.medals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.Medallist;
import org.podium.streams.stored.StoredContribution;
import org.podium.streams.stored.StoredEventMedals;
import org.podium.streams.stored.StoredMedalPart;
import org.podium.streams.stored.StoredMedalTable;
import org.podium.streams.stored.StoredStanding;

/**
 * The medal table of a competition: gold, then silver, then bronze; equal triples share a rank and are listed by the
 * code of the organisation. Beside it the rank by the number of medals. An organisation that lost its last medal stays
 * with nothing, so that its readers see it go and its versions go on.
 */
public final class MedalTable {

    /** A table without medals. */
    public static final StoredMedalTable EMPTY = new StoredMedalTable(List.of(), List.of());

    /**
     * A table and the lines that differ from the one before.
     *
     * @param changed in the order of the organisations
     */
    public record Update(StoredMedalTable table, List<MedalStanding> changed) {}

    private MedalTable() {}

    /**
     * The table with what an event gives now in place of what it gave before. An older version of the event changes
     * nothing.
     */
    public static Update replace(StoredMedalTable table, EventResult event) {
        NavigableMap<String, StoredEventMedals> events = new TreeMap<>();
        table.getEvents().forEach(medals -> events.put(medals.getEvent(), medals));
        StoredEventMedals before = events.get(event.getEvent());
        if (before != null && before.getVersion() >= event.getVersion()) {
            return new Update(table, List.of());
        }
        events.put(
                event.getEvent(),
                new StoredEventMedals(event.getEvent(), event.getVersion(), contributions(event.getMedallists())));

        NavigableMap<String, StoredStanding> published = new TreeMap<>();
        table.getStandings().forEach(standing -> published.put(standing.getOrganisation(), standing));
        List<MedalStanding> changed = new ArrayList<>();
        Map<String, List<StoredMedalPart>> parts = MedalParts.byOrganisation(events.values());
        for (Place place : places(tallies(events.values()), published)) {
            StoredStanding last = published.get(place.organisation());
            List<StoredMedalPart> own = parts.getOrDefault(place.organisation(), List.of());
            StoredStanding now = place.standing(last == null ? 0 : last.getVersion(), own);
            if (!now.equals(last)) {
                StoredStanding next = place.standing(now.getVersion() + 1, own);
                published.put(place.organisation(), next);
                changed.add(message(event.getCompetition(), event.getFeed(), event.getTakenAt(), next));
            }
        }
        changed.sort(Comparator.comparing(MedalStanding::getOrganisation));
        return new Update(
                new StoredMedalTable(List.copyOf(events.values()), List.copyOf(published.values())),
                List.copyOf(changed));
    }

    private static List<StoredContribution> contributions(List<Medallist> medallists) {
        NavigableMap<String, Tally> byOrganisation = new TreeMap<>();
        for (Medallist medallist : medallists) {
            Tally so = byOrganisation.getOrDefault(medallist.getOrganisation(), Tally.NONE);
            byOrganisation.put(medallist.getOrganisation(), so.plus(medallist.getMedal()));
        }
        return byOrganisation.entrySet().stream()
                .map(entry -> new StoredContribution(
                        entry.getKey(),
                        entry.getValue().gold(),
                        entry.getValue().silver(),
                        entry.getValue().bronze()))
                .toList();
    }

    private static Map<String, Tally> tallies(Iterable<StoredEventMedals> events) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (StoredEventMedals event : events) {
            for (StoredContribution given : event.getContributions()) {
                Tally tally = new Tally(given.getGold(), given.getSilver(), given.getBronze());
                tallies.merge(given.getOrganisation(), tally, Tally::plus);
            }
        }
        return tallies;
    }

    /** A line of the table; without medals it has no rank and no place. */
    private record Place(
            String organisation,
            Tally tally,
            @Nullable Integer rank,
            boolean equal,
            int sortOrder,
            @Nullable Integer rankByTotal,
            boolean equalByTotal) {

        StoredStanding standing(long version, List<StoredMedalPart> parts) {
            return new StoredStanding(
                    organisation,
                    version,
                    tally.gold(),
                    tally.silver(),
                    tally.bronze(),
                    rank,
                    equal,
                    sortOrder,
                    rankByTotal,
                    equalByTotal,
                    parts);
        }
    }

    private static List<Place> places(Map<String, Tally> tallies, Map<String, StoredStanding> published) {
        List<Map.Entry<String, Tally>> ordered = new ArrayList<>(tallies.entrySet());
        ordered.sort(Map.Entry.<String, Tally>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Tally tally = ordered.get(i).getValue();
            int total = tally.total();
            places.add(new Place(
                    ordered.get(i).getKey(),
                    tally,
                    1 + count(tallies, other -> other.compareTo(tally) > 0),
                    count(tallies, other -> other.equals(tally)) > 1,
                    i + 1,
                    1 + count(tallies, other -> other.total() > total),
                    count(tallies, other -> other.total() == total) > 1));
        }
        TreeSet<String> without = new TreeSet<>(published.keySet());
        without.removeAll(tallies.keySet());
        without.forEach(organisation -> places.add(new Place(organisation, Tally.NONE, null, false, 0, null, false)));
        return places;
    }

    private static int count(Map<String, Tally> tallies, Predicate<Tally> which) {
        return Math.toIntExact(tallies.values().stream().filter(which).count());
    }

    private static MedalStanding message(String competition, FeedFlag feed, Instant takenAt, StoredStanding standing) {
        return new MedalStanding(
                competition,
                standing.getOrganisation(),
                feed,
                standing.getVersion(),
                standing.getGold(),
                standing.getSilver(),
                standing.getBronze(),
                standing.getRank(),
                standing.getRankEqual(),
                standing.getSortOrder(),
                standing.getRankByTotal(),
                standing.getRankByTotalEqual(),
                MedalParts.published(standing.getParts()),
                takenAt);
    }
}
