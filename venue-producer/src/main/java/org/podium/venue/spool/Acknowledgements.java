package org.podium.venue.spool;

import java.util.HashSet;
import java.util.Set;

/** Which positions are acknowledged: all up to one, and some ahead of it. Not thread-safe. */
final class Acknowledgements {

    private final Set<Long> ahead = new HashSet<>();
    private long to;

    /** Starts with everything up to a position. */
    Acknowledgements(long to) {
        this.to = to;
    }

    /** Adds everything up to a position. */
    void raise(long position) {
        to = Math.max(to, position);
        ahead.removeIf(other -> other <= to);
        close();
    }

    /**
     * Adds a position, in any order, and again without effect.
     *
     * @return true when there is more than before that has nothing unacknowledged before it
     */
    boolean add(long position) {
        if (position <= to) {
            return false;
        }
        long before = to;
        ahead.add(position);
        close();
        return to > before;
    }

    private void close() {
        while (ahead.remove(to + 1)) {
            to++;
        }
    }

    boolean has(long position) {
        return position <= to || ahead.contains(position);
    }

    /** Position up to which everything is acknowledged. */
    long to() {
        return to;
    }

    /** Number of acknowledged positions. */
    long count() {
        return to + ahead.size();
    }
}
