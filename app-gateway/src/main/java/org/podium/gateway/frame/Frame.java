package org.podium.gateway.frame;

import java.time.Duration;
import java.util.Optional;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;

/** One message to a reader of a stream. */
public sealed interface Frame {

    /**
     * The first frame.
     *
     * @param position where the stream starts; empty when a snapshot comes first, which ends with a position
     * @param resumed true when the stream goes on where the reader left, false when it starts anew
     * @param heartbeat longest silence
     * @param retry how long to wait before connecting again when the connection breaks
     * @param at clock of the gateway, milliseconds since 1970 UTC
     */
    record Hello(Optional<Position> position, boolean resumed, Duration heartbeat, Duration retry, long at)
            implements Frame {}

    /** A subject of a snapshot, at its newest. */
    record Snapshot(Revision revision, Detail detail) implements Frame {}

    /** The end of a snapshot: the reader now has everything that it asked for, in so many subjects. */
    record Complete(long subjects) implements Frame {}

    /** A subject has a new version. */
    record Update(Revision revision, Detail detail) implements Frame {}

    /**
     * Updates were skipped that cannot be sent any more; what the reader holds may be old.
     *
     * @param snapshot true when a snapshot follows, false when the reader said that it reads that elsewhere
     */
    record Resync(Reason reason, boolean snapshot) implements Frame {}

    /** Everything up to the position has been sent to this reader. */
    record Reached(Position position) implements Frame {}

    /**
     * The stream is alive though nothing happens.
     *
     * @param position what has been sent to this reader; empty when it is behind
     */
    record Heartbeat(long at, Optional<Position> position) implements Frame {}

    /** The last frame. */
    record Goodbye(Farewell farewell, Duration after) implements Frame {}

    /** Why updates cannot be sent any more. */
    enum Reason {
        /** The position is older than what the gateway remembers. */
        POSITION_TOO_OLD,
        /** The position is of other topics: they were made anew, or the deployment is another one. */
        POSITION_OF_ANOTHER_FEED,
        /** The reader took too long, and more subjects changed than are kept for it. */
        READER_TOO_SLOW,
        /** The gateway itself fell behind its window. */
        GATEWAY_TOO_SLOW
    }

    /** Why a stream ends: the catalogue of disconnects. After each of them the reader may come back. */
    enum Farewell {
        /** The gateway is about to stop; another one goes on at the same position. */
        SHUTTING_DOWN("this gateway stops; connect again and resume at your position"),
        /** The connection took nothing for longer than a gateway waits. */
        STALLED("the connection took nothing for too long; connect again and resume at your position"),
        /** A reader of every version fell out of the window. */
        FELL_BEHIND("you read more slowly than versions come; connect again, with fewer filters or delivery=newest");

        private final String advice;

        Farewell(String advice) {
            this.advice = advice;
        }

        /** What to do. */
        public String advice() {
            return advice;
        }
    }
}
