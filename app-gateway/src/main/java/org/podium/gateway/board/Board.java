package org.podium.gateway.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The newest revision of every subject, where a unit without a result has its definition, and the window of those that
 * came last. One thread writes; any thread reads. Per subject, versions only ever ascend, whatever is written.
 */
public final class Board {

    private final ConcurrentSkipListMap<Subject, Revision> newest = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<Subject, Long> appended = new HashMap<>();
    private final FeedWindow window;
    private final String epoch;
    private final long[] position;
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong definitions = new AtomicLong();
    private volatile boolean ready;

    /** What a reader starts from: everything that was newest when the window's head was {@code head}. */
    public record Start(NavigableMap<Subject, Revision> newest, long head, Position position) {}

    /**
     * @param windowRevisions most revisions in the window
     * @param windowBytes most bytes of documents in the window
     * @param start position from which on the topics are followed
     */
    public Board(int windowRevisions, long windowBytes, Position start) {
        this.epoch = start.epoch();
        this.position = start.offsets();
        this.window = new FeedWindow(windowRevisions, windowBytes, position);
    }

    /**
     * Takes a revision: into the window when its record counts for positions, and as the newest of its subject, each
     * unless it is not newer than what is there.
     *
     * @return true when it became the newest
     */
    public boolean apply(Revision brought) {
        boolean became;
        synchronized (this) {
            Revision held = newest.get(brought.subject());
            Revision revision = held == null ? brought : brought.after(held);
            became = held == null || held.version() < revision.version();
            if (became) {
                newest.put(revision.subject(), revision);
            }
            if (revision.origin().counted()) {
                append(revision);
            }
        }
        changes.incrementAndGet();
        listeners.forEach(Runnable::run);
        return became;
    }

    private void append(Revision revision) {
        position[revision.origin().track()] = revision.origin().offset() + 1;
        Long last = appended.get(revision.subject());
        if (last == null || last < revision.version()) {
            appended.put(revision.subject(), revision.version());
            window.append(revision);
        }
    }

    /** Takes the definition of a unit, as its revision 0, unless the unit has a result. */
    public synchronized void define(Revision definition) {
        Revision held = newest.get(definition.subject());
        if (held == null || held.version() == 0) {
            newest.put(definition.subject(), definition);
            changes.incrementAndGet();
            definitions.incrementAndGet();
        }
    }

    /** Removes a unit whose definition was removed, unless it has a result. */
    public synchronized void undefine(Subject unit) {
        Revision held = newest.get(unit);
        if (held != null && held.version() == 0) {
            newest.remove(unit);
            changes.incrementAndGet();
            definitions.incrementAndGet();
        }
    }

    /** A number that changes whenever what is held does. */
    public long changes() {
        return changes.get();
    }

    /** A number that changes after what is held of units without a result has been defined or removed. */
    public long definitions() {
        return definitions.get();
    }

    /** Says that everything that was on the topics at the start has been read. */
    public void becomeReady() {
        ready = true;
        listeners.forEach(Runnable::run);
    }

    /** True when everything that was on the topics at the start has been read. */
    public boolean ready() {
        return ready;
    }

    /** Calls after every change, on the writing thread; the listener must not block. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls a listener no more. */
    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** A copy of what is newest, and where the window stands with it. */
    public synchronized Start start() {
        return new Start(new TreeMap<>(newest), window.head(), new Position(epoch, position));
    }

    public FeedWindow window() {
        return window;
    }

    public Optional<Revision> newest(Subject subject) {
        return Optional.ofNullable(newest.get(subject));
    }

    /** Newest revisions of one part, in the order of their keys; may change while it is read. */
    public Iterable<Revision> newest(Part part) {
        return newest.subMap(new Subject(part, ""), new Subject(part, "\uffff")).values();
    }

    /** Number of subjects held. */
    public int size() {
        return newest.size();
    }

    /** Number of revisions in the window. */
    public long windowSize() {
        return window.head() - window.tail();
    }

    /** True when a position counts the records of the same topics as this board's. */
    public boolean counts(Position other) {
        return other.epoch().equals(epoch) && other.tracks() == position.length;
    }
}
