package org.podium.streams.topology;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.EventKey;
import org.podium.model.id.OrganisationCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.UnitKey;
import org.podium.model.mark.Quantity;
import org.podium.model.serde.Decoded;
import org.podium.model.wire.RecordList;
import org.podium.streams.records.Claim;
import org.podium.streams.records.RecordBook;
import org.podium.streams.records.RecordListCheck;
import org.podium.streams.records.RecordsBefore;
import org.podium.streams.state.StoredCodec;
import org.podium.streams.stored.StoredClaim;
import org.podium.streams.stored.StoredClaims;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.SourceRecord;

/**
 * The records of the events of one task: the lists as they were read, and which marks of each unit equal or break a
 * record of its event's list. Keys: the event for its list; the event, a blank and the RSC for a unit.
 */
final class RecordKeeping {

    /** Events in memory; more than are on at the same time at any Games. */
    private static final int REMEMBERED = 256;

    private final KeyValueStore<String, byte[]> store;
    private final PatientReader<RecordList> reader;
    private final StoredCodec<StoredClaims> codec = new StoredCodec<>(StoredClaims.class);
    private final Map<EventKey, Live> live = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EventKey, Live> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Where a unit stands among those of its event. */
    private record Place(Instant start, Rsc rsc) implements Comparable<Place> {

        static Place of(Definition definition) {
            return new Place(
                    definition.message().getScheduledStart(), definition.unit().rsc());
        }

        @Override
        public int compareTo(Place other) {
            int byStart = start.compareTo(other.start);
            return byStart != 0 ? byStart : rsc.value().compareTo(other.rsc.value());
        }
    }

    /** An event in memory: its list, and the units of it with claims. */
    private record Live(Optional<RecordBook> book, NavigableMap<Place, List<Claim>> claims) {}

    RecordKeeping(KeyValueStore<String, byte[]> store, PatientReader<RecordList> reader) {
        this.store = store;
        this.reader = reader;
    }

    /** Records as they stand before a unit; null where its event has no list. */
    @Nullable
    RecordsBefore before(Definition definition) {
        Live event = get(definition.unit().event());
        return event.book()
                .map(book -> new RecordsBefore(
                        book,
                        event.claims().headMap(Place.of(definition)).values().stream()
                                .flatMap(List::stream)
                                .toList()))
                .orElse(null);
    }

    /** True when the unit claims something else than it did, or does so at another time. */
    boolean differs(Definition definition, List<Claim> claims) {
        Map<Place, List<Claim>> known = get(definition.unit().event()).claims();
        List<Claim> there = known.getOrDefault(Place.of(definition), List.of());
        boolean elsewhere = there.isEmpty()
                && known.keySet().stream()
                        .anyMatch(place -> place.rsc().equals(definition.unit().rsc()));
        return elsewhere || !there.equals(claims);
    }

    /** The other units of the event whose marks are records, in their order: a change of one may concern them. */
    List<UnitKey> othersWithClaims(UnitKey unit) {
        return get(unit.event()).claims().keySet().stream()
                .map(Place::rsc)
                .filter(rsc -> !rsc.equals(unit.rsc()))
                .map(rsc -> new UnitKey(unit.competition(), rsc))
                .toList();
    }

    /** Takes what a unit claims. */
    void put(Definition definition, List<Claim> claims) {
        forget(definition.unit());
        if (!claims.isEmpty()) {
            Place place = Place.of(definition);
            get(definition.unit().event()).claims().put(place, List.copyOf(claims));
            store.put(
                    key(definition.unit()),
                    codec.encode(new StoredClaims(
                            ChronoUnit.MICROS.between(Instant.EPOCH, place.start()),
                            claims.stream()
                                    .map(claim -> new StoredClaim(
                                            claim.competitor().value(),
                                            claim.organisation().value(),
                                            claim.mark().millionths()))
                                    .toList())));
        }
    }

    /** Forgets what a unit claims. */
    void forget(UnitKey unit) {
        if (get(unit.event()).claims().keySet().removeIf(place -> place.rsc().equals(unit.rsc()))) {
            store.delete(key(unit));
        }
    }

    /** Takes a list as it was read. */
    void define(RecordBook book, SourceRecord origin) {
        store.put(book.event().toString(), Objects.requireNonNull(origin.value()));
        live.put(book.event(), new Live(Optional.of(book), get(book.event()).claims()));
    }

    /** Forgets a list. */
    void undefine(EventKey event) {
        store.delete(event.toString());
        live.put(event, new Live(Optional.empty(), get(event).claims()));
    }

    private Live get(EventKey event) {
        Live known = live.get(event);
        if (known == null) {
            known = load(event);
            live.put(event, known);
        }
        return known;
    }

    private Live load(EventKey event) {
        NavigableMap<Place, List<Claim>> claims = new TreeMap<>();
        String prefix = event + " ";
        try (KeyValueIterator<String, byte[]> all =
                store.prefixScan(prefix, Serdes.String().serializer())) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> unit = all.next();
                StoredClaims stored = codec.decode(unit.value);
                claims.put(
                        new Place(
                                Instant.EPOCH.plus(stored.getScheduledStartMicros(), ChronoUnit.MICROS),
                                Rsc.parse(unit.key.substring(prefix.length()))),
                        stored.getClaims().stream().map(RecordKeeping::claim).toList());
            }
        }
        return new Live(book(event), claims);
    }

    private Optional<RecordBook> book(EventKey event) {
        byte @Nullable [] list = store.get(event.toString());
        return list != null
                        && reader.read(list, "records of " + event) instanceof Decoded.Message<RecordList>(var message)
                ? RecordListCheck.again(message)
                : Optional.empty();
    }

    private static Claim claim(StoredClaim stored) {
        return new Claim(
                new CompetitorId(stored.getCompetitor()),
                new OrganisationCode(stored.getOrganisation()),
                new Quantity(stored.getMark()));
    }

    private static String key(UnitKey unit) {
        return unit.event() + " " + unit.rsc();
    }
}
