package org.podium.streams.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.streams.validate.Payload;
import org.podium.streams.validate.Speaker;

/**
 * All statements about a unit that can still count. Each slot remembers as many statements as {@link Limits} says,
 * highest first, so that what is kept grows with what there is to say and not with how often it was said.
 */
public final class Slots {

    /** An event that was amended. */
    public record Place(Speaker speaker, long sequence) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int bySpeaker = speaker.compareTo(other.speaker);
            return bySpeaker != 0 ? bySpeaker : Long.compare(sequence, other.sequence);
        }
    }

    /** Slots in their order, by competitor: an event is about one, and looks at few of its slots. */
    private final Map<String, NavigableMap<Slot, List<Statement>>> byCompetitor;

    private final NavigableMap<Place, Amended> amended;

    /** What differs from what is stored. */
    private final Changes changes = new Changes(new HashSet<>(), new HashSet<>());

    /** Competitors about whom something else counts than when they were last asked for. */
    private final Set<String> touched = new HashSet<>();

    public Slots() {
        this(new HashMap<>(), new TreeMap<>());
    }

    private Slots(Map<String, NavigableMap<Slot, List<Statement>>> byCompetitor, NavigableMap<Place, Amended> amended) {
        this.byCompetitor = byCompetitor;
        this.amended = amended;
    }

    /** One that can be changed without changing this one. */
    Slots copy() {
        Map<String, NavigableMap<Slot, List<Statement>>> slots = new HashMap<>();
        byCompetitor.forEach((competitor, ofOne) -> slots.put(competitor, new TreeMap<>(ofOne)));
        return new Slots(slots, new TreeMap<>(amended));
    }

    /**
     * Slots and amended events that changed.
     *
     * @param slots some of which may be empty now
     */
    public record Changes(Set<Slot> slots, Set<Place> amended) {}

    /** What changed since the last call. */
    public Changes takeChanges() {
        Changes taken = new Changes(Set.copyOf(changes.slots()), Set.copyOf(changes.amended()));
        changes.slots().clear();
        changes.amended().clear();
        return taken;
    }

    /** Competitors of whom something changed since the last call. */
    Set<String> takeTouched() {
        Set<String> taken = Set.copyOf(touched);
        touched.clear();
        return taken;
    }

    private void changed(Slot slot) {
        changes.slots().add(slot);
        touched.add(slot.competitor());
    }

    /** Puts statements back into a slot as they were stored, highest first. */
    public void restore(List<Statement> statements) {
        put(Slot.of(statements.getFirst().payload()), List.copyOf(statements));
    }

    private void put(Slot slot, List<Statement> statements) {
        byCompetitor
                .computeIfAbsent(slot.competitor(), first -> new TreeMap<>())
                .put(slot, statements);
    }

    /** Puts a statement into its slot; the lowest one is forgotten where there are more than so many. */
    public void put(Statement statement, int remembered) {
        Slot slot = Slot.of(statement.payload());
        changed(slot);
        List<Statement> statements = new ArrayList<>(statements(slot));
        int place = 0;
        while (place < statements.size() && Statement.HIGHEST_FIRST.compare(statements.get(place), statement) < 0) {
            place++;
        }
        statements.add(place, statement);
        put(slot, List.copyOf(statements.subList(0, Math.min(statements.size(), remembered))));
    }

    /** Puts an amended event back as it was stored; its statement is stored beside it. */
    public void restore(Place place, Amended event) {
        amended.put(place, event);
    }

    /** Puts an amended event back that was stored in another form, and so is to be stored again. */
    public void put(Place place, Amended event) {
        amended.put(place, event);
        changes.amended().add(place);
    }

    /** Says something in the place of an event of the speaker, below what amends it already. */
    void say(int layer, Speaker speaker, long sequence, Payload payload, int remembered) {
        Place place = new Place(speaker, sequence);
        Amended before = amended.get(place);
        if (before == null) {
            put(new Statement(layer, speaker, sequence, payload), remembered);
        } else {
            replace(place, new Amended(layer, payload, before.edits()), remembered);
        }
    }

    /** Corrects or takes back an earlier event of the speaker. */
    void amend(int layer, Speaker speaker, Amended.Edit edit, int remembered) {
        Place place = rootOf(speaker, edit.amends());
        Amended after = amended.getOrDefault(place, unamended(place, layer)).with(edit);
        // An amendment that was lost, and came after one that amends it.
        Place placeOfEdit = new Place(speaker, edit.sequence());
        Amended ofEdit = amended.remove(placeOfEdit);
        if (ofEdit != null) {
            changes.amended().add(placeOfEdit);
            for (Amended.Edit later : ofEdit.edits()) {
                after = after.with(later);
            }
        }
        replace(place, after, remembered);
    }

    private Amended unamended(Place place, int layer) {
        Optional<Statement> standing = find(place).map(Found::statement);
        return new Amended(
                standing.map(Statement::layer).orElse(layer),
                standing.map(Statement::payload).orElse(null),
                List.of());
    }

    private void replace(Place place, Amended event, int remembered) {
        find(place).ifPresent(this::remove);
        put(place, event);
        event.says(place.sequence())
                .ifPresent(payload ->
                        put(new Statement(event.layer(), place.speaker(), place.sequence(), payload), remembered));
    }

    /**
     * The event that an amendment of this sequence is about: itself, or what the amendment with that sequence amends.
     */
    private Place rootOf(Speaker speaker, long sequence) {
        for (Map.Entry<Place, Amended> entry : amended.entrySet()) {
            if (entry.getKey().speaker().equals(speaker) && entry.getValue().holds(sequence)) {
                return entry.getKey();
            }
        }
        return new Place(speaker, sequence);
    }

    private record Found(Slot slot, Statement statement) {}

    private Optional<Found> find(Place place) {
        for (NavigableMap<Slot, List<Statement>> ofOne : byCompetitor.values()) {
            for (Map.Entry<Slot, List<Statement>> entry : ofOne.entrySet()) {
                for (Statement statement : entry.getValue()) {
                    if (statement.isAt(place.speaker(), place.sequence())) {
                        return Optional.of(new Found(entry.getKey(), statement));
                    }
                }
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("ReferenceEquality") // The statement that was found, not one like it.
    private void remove(Found found) {
        changed(found.slot());
        Slot slot = found.slot();
        List<Statement> rest = statements(slot).stream()
                .filter(statement -> statement != found.statement())
                .toList();
        if (!rest.isEmpty()) {
            put(slot, rest);
            return;
        }
        NavigableMap<Slot, List<Statement>> ofOne = slotsOf(slot.competitor());
        ofOne.remove(slot);
        if (ofOne.isEmpty()) {
            byCompetitor.remove(slot.competitor());
        }
    }

    /** What counts in the slot. */
    @Nullable
    Payload top(Slot slot) {
        return top(slot, statement -> true);
    }

    /** What counts in the slot among the statements of some layers. */
    @Nullable
    Payload top(Slot slot, Predicate<Statement> among) {
        for (Statement statement : statements(slot)) {
            if (among.test(statement)) {
                return statement.payload();
            }
        }
        return null;
    }

    /** What counts about a competitor: marks by kind, point and attempt, then IRMs by point. */
    List<Payload> about(String competitor) {
        List<Payload> tops = new ArrayList<>();
        for (List<Statement> statements : slotsOf(competitor).values()) {
            tops.add(statements.getFirst().payload());
        }
        return tops;
    }

    /** Whether anything is said about a competitor. */
    public boolean speakOf(CompetitorId competitor) {
        return byCompetitor.containsKey(competitor.value());
    }

    /** Whether a start list says who starts. */
    public boolean haveStartList() {
        return top(Slot.START_LIST) != null;
    }

    /** Competitors about whom there are statements, but for these. */
    Set<String> competitorsBut(Collection<CompetitorId> known) {
        Set<String> others = new HashSet<>(byCompetitor.keySet());
        others.remove("");
        known.forEach(competitor -> others.remove(competitor.value()));
        return others;
    }

    private NavigableMap<Slot, List<Statement>> slotsOf(String competitor) {
        return byCompetitor.getOrDefault(competitor, Collections.emptyNavigableMap());
    }

    /** Statements of a slot, highest first; empty when there are none. */
    public List<Statement> statements(Slot slot) {
        return slotsOf(slot.competitor()).getOrDefault(slot, List.of());
    }

    /** An amended event; null when it is not amended. */
    public @Nullable Amended amendedEvent(Place place) {
        return amended.get(place);
    }

    /** All slots of which something is said. */
    public Set<Slot> slots() {
        Set<Slot> slots = new HashSet<>();
        byCompetitor.values().forEach(ofOne -> slots.addAll(ofOne.keySet()));
        return Set.copyOf(slots);
    }

    /** All amended events. */
    public Set<Place> amendedEvents() {
        return Set.copyOf(amended.keySet());
    }
}
