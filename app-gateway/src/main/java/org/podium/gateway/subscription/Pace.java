package org.podium.gateway.subscription;

import java.util.Optional;
import java.util.function.Predicate;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;

/** How a reader is kept up to date. Confined to the fan-out's thread. */
sealed interface Pace permits NewestPace, EveryPace {

    /** A revision that the view has just taken and that the reader's subscription matches. */
    void offer(Revision revision);

    /** Sends what is due while the connection is writable. */
    Progress pump();

    /** Makes due what the position does not cover. False when some of that has left the window. */
    boolean resume(Position from);

    /** Goes on after the view as it was before its last pass, up to which everything has been sent. */
    void fallBehind();

    /** Position that covers only what has been sent; empty while that is not known. */
    Optional<Position> sent();

    /** True when all that the view holds for this reader has been sent. */
    boolean upToDate();

    /** Forgets what is due and starts with a snapshot, or with nothing but what comes. */
    void restart(boolean snapshot);

    /** What became of sending. */
    enum Progress {
        /** All is well. */
        FINE,
        /** More is due than is kept: the reader has to be resynchronised. */
        TOO_MUCH_DUE,
        /** What is due has left the window: the reader has to be disconnected. */
        OUT_OF_WINDOW,
        /** What is due is not on the topics any more: the reader has to start anew. */
        HISTORY_GONE,
        /** What is due cannot be read from the topics now: the reader has to come back later. */
        HISTORY_UNAVAILABLE
    }

    /** Where a pace reads, what concerns its reader and where it sends. */
    record Context(View view, Predicate<Revision> concerns, Subscription subscription, Gathering outlet) {}
}
