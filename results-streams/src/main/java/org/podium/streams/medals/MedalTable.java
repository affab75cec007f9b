package org.podium.streams.medals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
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
        Map<Integer, Equals> byTotal = byTotal(tallies.values());
        List<Place> places = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < ordered.size(); i++) {
            Tally tally = ordered.get(i).getValue();
            boolean asBefore = i > 0 && tally.equals(ordered.get(i - 1).getValue());
            boolean asAfter =
                    i + 1 < ordered.size() && tally.equals(ordered.get(i + 1).getValue());
            rank = asBefore ? rank : i + 1;
            Equals total = Objects.requireNonNull(byTotal.get(tally.total()));
            places.add(new Place(
                    ordered.get(i).getKey(), tally, rank, asBefore || asAfter, i + 1, total.rank(), total.share()));
        }
        TreeSet<String> without = new TreeSet<>(published.keySet());
        without.removeAll(tallies.keySet());
        without.forEach(organisation -> places.add(new Place(organisation, Tally.NONE, null, false, 0, null, false)));
        return places;
    }

    /** Those who share a rank. */
    private record Equals(int rank, int number) {

        boolean share() {
            return number > 1;
        }
    }

    /** Who has that many medals. */
    private static Map<Integer, Equals> byTotal(Collection<Tally> tallies) {
        NavigableMap<Integer, Integer> numbers = new TreeMap<>(Comparator.reverseOrder());
        tallies.forEach(tally -> numbers.merge(tally.total(), 1, Integer::sum));
        Map<Integer, Equals> byTotal = new HashMap<>();
        int better = 0;
        for (Map.Entry<Integer, Integer> number : numbers.entrySet()) {
            byTotal.put(number.getKey(), new Equals(better + 1, number.getValue()));
            better += number.getValue();
        }
        return byTotal;
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
