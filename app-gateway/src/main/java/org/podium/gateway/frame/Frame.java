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

    /**
     * A subject has a new version.
     *
     * @param position what has been sent to this reader with it, for readers of every version: wherever their
     *     connection breaks, each update came with its position or not at all; empty for others
     */
    record Update(Revision revision, Detail detail, Optional<Position> position) implements Frame {

        /** For a reader to whom the same version may come again. */
        public Update(Revision revision, Detail detail) {
            this(revision, detail, Optional.empty());
        }
    }

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

    /**
     * The last frame.
     *
     * @param advice what to do
     * @param after how long to wait before connecting again
     */
    record Goodbye(Farewell farewell, String advice, Duration after) implements Frame {}

    /** Why the reader starts anew. */
    enum Reason {
        /** The position is older than what the gateway remembers. */
        POSITION_TOO_OLD,
        /** The position is of other topics: they were made anew, or the deployment is another one. */
        POSITION_OF_ANOTHER_FEED,
        /** The reader took too long, and more subjects changed than are kept for it. */
        READER_TOO_SLOW,
        /** The gateway itself fell behind its window. */
        GATEWAY_TOO_SLOW,
        /** The reader asked for something else; what follows is about that. */
        SUBSCRIPTION_CHANGED
    }

    /**
     * Why a stream ends: the catalogue of disconnects. A WebSocket closes with the number; those from 4400 on are the
     * reader's own doing, and coming back in the same way ends in the same way.
     */
    enum Farewell {
        /** The gateway is about to stop; another one goes on at the same position. */
        SHUTTING_DOWN(1012, true, "this gateway stops; connect again and resume at your position"),
        /** The connection took nothing for longer than a gateway waits. */
        STALLED(4001, true, "the connection took nothing for too long; connect again and resume at your position"),
        /** A reader of every version fell out of the window. */
        FELL_BEHIND(
                4002,
                true,
                "you read more slowly than versions come; connect again, with fewer filters or delivery=newest"),
        /** The connection is as old as connections get here. */
        AGED(4003, true, "connections end after a while so that load spreads; connect again and resume"),
        /** What the reader missed cannot be read from the topics now. */
        HISTORY_UNAVAILABLE(
                4004, true, "what you missed cannot be read now; connect again and resume at your position"),
        /** A message of the reader cannot be understood. */
        MALFORMED(4400, false, "a message of yours cannot be understood; docs/protocol.md has their form"),
        /** The reader's token has expired. */
        TOKEN_EXPIRED(4401, false, "your token has expired; get a new one, connect again and resume at your position"),
        /** The reader asks for what its token does not allow. */
        FORBIDDEN(4403, false, "your token does not allow this; get one that does"),
        /** The reader's address or token has been blocked. */
        BLOCKED(4423, false, "your address or token is blocked for a while; try again later and ask for less"),
        /** The reader did not say hello in time. */
        NO_HELLO(4408, false, "say hello as your first message, or put what you want into the query"),
        /** A message of the reader is larger than messages may be. */
        TOO_LARGE(1009, false, "a message of yours is too large; send fewer filters"),
        /** The reader sends more messages than it may. */
        TOO_MANY_MESSAGES(4429, false, "you change your subscription too often; collect your changes"),
        /** What was received breaks RFC 6455 or RFC 7692. */
        PROTOCOL_ERROR(1002, false, "what you sent is no WebSocket message that a client may send");

        private final int closeCode;
        private final boolean comeBack;
        private final String advice;

        Farewell(int closeCode, boolean comeBack, String advice) {
            this.closeCode = closeCode;
            this.comeBack = comeBack;
            this.advice = advice;
        }

        /** Status code of the WebSocket's close (RFC 6455, 7.4). */
        public int closeCode() {
            return closeCode;
        }

        /** True when the reader may come back as it is. */
        public boolean comeBack() {
            return comeBack;
        }

        /** What to do. */
        public String advice() {
            return advice;
        }
    }
}
