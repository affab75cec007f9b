package org.podium.gateway.subscription;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.FeedWindow;
import org.podium.gateway.board.Part;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Subject;

/**
 * The board as the readers of one fan-out have seen it: only what has been offered to them is in it, so that a snapshot
 * of it and the offers that follow leave nothing out and bring nothing twice. Units without a result are not offered,
 * and are taken from the board where a snapshot is. Confined to the fan-out's thread.
 */
final class View {

    private final Board board;
    private NavigableMap<Subject, Revision> newest = new TreeMap<>();
    private long definitions;
    private long cursor;
    private long[] offsets;
    private Position position;
    private long cursorBefore;
    private Position positionBefore;

    View(Board board) {
        this.board = board;
        this.definitions = board.definitions();
        Board.Start start = board.start();
        this.offsets = start.position().offsets();
        this.position = start.position();
        this.positionBefore = position;
        takeOver(start);
    }

    /** Starts over from what the board holds now. */
    void restart() {
        definitions = board.definitions();
        takeOver(board.start());
    }

    private void takeOver(Board.Start start) {
        newest = start.newest();
        cursor = start.head();
        position = start.position();
        offsets = position.offsets();
        mark();
    }

    /** Remembers where it stands, before a pass. */
    void mark() {
        cursorBefore = cursor;
        positionBefore = position;
    }

    /** Takes the revision at the cursor. False when it is not newer than what is here, and nobody needs it. */
    boolean take(Revision revision) {
        cursor++;
        offsets[revision.origin().track()] = revision.origin().offset() + 1;
        Revision held = newest.get(revision.subject());
        if (held != null && held.version() >= revision.version()) {
            return false;
        }
        newest.put(revision.subject(), revision);
        return true;
    }

    /** Moves the position to what has been taken. */
    void settle() {
        position = new Position(position.epoch(), offsets);
    }

    /** The newest of each subject, for a snapshot. */
    NavigableMap<Subject, Revision> newest() {
        long defined = board.definitions();
        if (defined != definitions) {
            takeDefinitions();
            definitions = defined;
        }
        return newest;
    }

    /** Units that have a result there and none here yet stay as they are: the window brings it. */
    private void takeDefinitions() {
        newest.values()
                .removeIf(held ->
                        held.version() == 0 && board.newest(held.subject()).isEmpty());
        for (Revision unit : board.newest(Part.UNIT)) {
            if (unit.version() == 0) {
                newest.put(unit.subject(), unit);
            }
        }
    }

    FeedWindow window() {
        return board.window();
    }

    /** Index in the window of the next revision to take. */
    long cursor() {
        return cursor;
    }

    /** Covers what has been taken. */
    Position position() {
        return position;
    }

    /** Cursor before the last pass. */
    long cursorBefore() {
        return cursorBefore;
    }

    /** Position before the last pass. */
    Position positionBefore() {
        return positionBefore;
    }

    boolean counts(Position other) {
        return board.counts(other);
    }
}
