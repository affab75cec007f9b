package org.podium.gateway.subscription;

import java.util.Optional;
import java.util.function.Predicate;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;

/** How a reader is kept up to date. Confined to the fan-out's thread. */
sealed interface Pace permits NewestPace, EveryPace {

    /** A revision that the view has just taken. */
    void offer(Revision revision);

    /** Sends what is due while the connection is writable. */
    Progress pump();

    /** Makes due what the position does not cover. False when some of that has left the window. */
    boolean resume(Position from);

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
        OUT_OF_WINDOW
    }

    /** Where a pace reads, what concerns its reader and where it sends. */
    record Context(View view, Predicate<Revision> concerns, Subscription subscription, Outlet outlet) {}
}
