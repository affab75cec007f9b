package org.podium.streams.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.streams.validate.Payload;

/**
 * An event that was corrected or taken back, with everything that was said in its place. Amendments may be amended
 * themselves: a correction that is taken back reveals what was there before it, and so does a withdrawal.
 *
 * <p>What an event says is decided by the latest amendment of it that was not taken back: a withdrawal takes it back, a
 * correction replaces what it says; without one it says what it said.
 *
 * @param layer layer that the event speaks from
 * @param original what it said itself; null when it was rejected or is not remembered
 * @param edits amendments of it and of each other, by ascending sequence
 */
public record Amended(int layer, @Nullable Payload original, List<Edit> edits) {

    /**
     * An amendment.
     *
     * @param amends sequence of the event itself or of an earlier amendment
     * @param payload what it puts there; null when it takes back
     */
    public record Edit(long sequence, long amends, @Nullable Payload payload) {}

    /** Whether an event counts, and what it says. */
    private sealed interface Meaning {
        record TakenBack() implements Meaning {}

        record TakesBack() implements Meaning {}

        record Says(Payload payload) implements Meaning {}
    }

    public Amended {
        edits = List.copyOf(edits);
    }

    /** True when the sequence is the one of an amendment in here. */
    boolean holds(long sequence) {
        return edits.stream().anyMatch(edit -> edit.sequence() == sequence);
    }

    Amended with(Edit edit) {
        List<Edit> more = new ArrayList<>(edits);
        int place = more.size();
        while (place > 0 && more.get(place - 1).sequence() > edit.sequence()) {
            place--;
        }
        more.add(place, edit);
        return new Amended(layer, original, more);
    }

    /** What counts in the place of the event; empty when nothing does. */
    Optional<Payload> says(long sequence) {
        Meaning own = original == null ? new Meaning.TakenBack() : new Meaning.Says(original);
        return meaning(sequence, own) instanceof Meaning.Says(Payload payload)
                ? Optional.of(payload)
                : Optional.empty();
    }

    private Meaning meaning(long sequence, Meaning own) {
        ListIterator<Edit> latestFirst = edits.listIterator(edits.size());
        while (latestFirst.hasPrevious()) {
            Edit edit = latestFirst.previous();
            if (edit.amends() == sequence) {
                Meaning ofEdit = edit.payload() == null ? new Meaning.TakesBack() : new Meaning.Says(edit.payload());
                switch (meaning(edit.sequence(), ofEdit)) {
                    case Meaning.TakenBack ignored -> {}
                    case Meaning.TakesBack ignored -> {
                        return new Meaning.TakenBack();
                    }
                    case Meaning.Says says -> {
                        return says;
                    }
                }
            }
        }
        return own;
    }
}
