package org.podium.streams.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.podium.streams.validate.Envelope;

/**
 * How far one source was read: everything below {@link #next()} was folded in order; above it, past a gap, events are
 * held. Sequences that were passed over because too much was held above them are remembered as lost, and taken when
 * they come.
 */
public final class SourceLog {

    /** Most ranges of lost sequences; beyond that the oldest is not waited for any more. */
    private static final int MAX_LOST_RANGES = 64;

    /**
     * An event above a gap.
     *
     * @param layer layer that it speaks from
     */
    public record Held(int layer, Envelope envelope) {}

    /** Sequences, both ends included. */
    public record Range(long first, long last) {}

    private long next;
    private boolean clockSuspect;
    private final NavigableMap<Long, Held> held = new TreeMap<>();
    private final List<Range> lost = new ArrayList<>();

    public SourceLog(long next) {
        this.next = next;
    }

    /** As it was stored. */
    public SourceLog(long next, boolean clockSuspect, Collection<Held> held, Collection<Range> lost) {
        this(next);
        this.clockSuspect = clockSuspect;
        held.forEach(event -> this.held.put(event.envelope().sequence(), event));
        this.lost.addAll(lost);
    }

    /** Lowest sequence that was not read yet. */
    public long next() {
        return next;
    }

    /** Events above the gap, by sequence. */
    public Collection<Held> held() {
        return held.values();
    }

    /** Missing sequences that were passed over. */
    public List<Range> lost() {
        return List.copyOf(lost);
    }

    /** True when the venue time of the last accepted event was far from the agent's clock. */
    public boolean clockSuspect() {
        return clockSuspect;
    }

    void clockSuspect(boolean suspect) {
        clockSuspect = suspect;
    }

    /** True when an event of the source is missing. */
    boolean hasGap() {
        return !held.isEmpty() || !lost.isEmpty();
    }

    boolean isHeld(long sequence) {
        return held.containsKey(sequence);
    }

    boolean isLost(long sequence) {
        return lost.stream().anyMatch(range -> range.first() <= sequence && sequence <= range.last());
    }

    long heldBytes() {
        return held.values().stream()
                .mapToLong(event -> event.envelope().origin().size())
                .sum();
    }

    void hold(Held event) {
        held.put(event.envelope().sequence(), event);
    }

    /** Takes the next sequence as read. */
    void advance() {
        next++;
    }

    /** The event that was waited for, if it is held, taken out and read. */
    @Nullable
    Held takeNext() {
        Held event = held.remove(next);
        if (event != null) {
            next++;
        }
        return event;
    }

    /** Passes over the lowest gap, and remembers what is missing. */
    Range passOverGap() {
        long lowest = held.firstKey();
        Range missing = new Range(next, lowest - 1);
        passOver(missing);
        return missing;
    }

    private void passOver(Range missing) {
        lost.add(missing);
        if (lost.size() > MAX_LOST_RANGES) {
            lost.removeFirst();
        }
        next = missing.last() + 1;
    }

    /**
     * Takes what is held, and one event more, as read without any effect, and passes over what is missing among them.
     */
    void dropHeldAnd(long sequence) {
        found(sequence);
        NavigableSet<Long> read = new TreeSet<>(held.keySet());
        read.add(sequence);
        for (long one : read.tailSet(next)) {
            if (one > next) {
                passOver(new Range(next, one - 1));
            }
            advance();
        }
        held.clear();
    }

    /** Takes a lost sequence off the list. */
    void found(long sequence) {
        List<Range> rest = new ArrayList<>();
        for (Range range : lost) {
            if (sequence < range.first() || range.last() < sequence) {
                rest.add(range);
                continue;
            }
            if (range.first() < sequence) {
                rest.add(new Range(range.first(), sequence - 1));
            }
            if (sequence < range.last()) {
                rest.add(new Range(sequence + 1, range.last()));
            }
        }
        lost.clear();
        lost.addAll(rest);
    }

    /** Drops what is held and missing. */
    void forgetGaps() {
        held.clear();
        lost.clear();
    }
}
