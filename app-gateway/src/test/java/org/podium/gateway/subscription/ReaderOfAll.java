package org.podium.gateway.subscription;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.frame.Frame.Farewell;

/**
 * A reader that can be slow, and that remembers what a real one would: versions by subject and its last position. What
 * it has no room for is on its way, frame by frame, and lost when the connection breaks.
 */
final class ReaderOfAll implements Outlet {

    private final Map<String, List<Long>> updates = new HashMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> updatedOnThisConnection = new HashSet<>();
    private final boolean conflates;
    private @Nullable Position position;
    private final Deque<Frame> onItsWay = new ArrayDeque<>();
    private int room = Integer.MAX_VALUE;
    private boolean closed;
    private @Nullable Farewell farewell;

    /**
     * @param conflates whether a version may be repeated on a new connection, as for one that was cut while it was slow
     */
    ReaderOfAll(boolean conflates) {
        this.conflates = conflates;
    }

    @Override
    public boolean writable() {
        return room > 0 && onItsWay.isEmpty();
    }

    /** Takes so many frames and is then not writable. */
    void room(int frames) {
        room = frames;
        takeWhatThereIsRoomFor();
    }

    @Override
    public void write(List<Frame> batch) {
        onItsWay.addAll(batch);
        takeWhatThereIsRoomFor();
    }

    private void takeWhatThereIsRoomFor() {
        while (room > 0 && !onItsWay.isEmpty()) {
            room = room == Integer.MAX_VALUE ? room : room - 1;
            take(onItsWay.remove());
        }
    }

    private void take(Frame frame) {
        switch (frame) {
            case Frame.Update update -> {
                update(update.revision());
                update.position().ifPresent(at -> position = at);
            }
            case Frame.Snapshot snapshot -> snapshot(snapshot.revision());
            case Frame.Reached reached -> position = reached.position();
            case Frame.Hello hello -> hello.position().ifPresent(start -> position = start);
            case Frame.Heartbeat heartbeat -> heartbeat.position().ifPresent(at -> position = at);
            case Frame.Complete ignored -> {}
            case Frame.Resync ignored -> {}
            case Frame.Goodbye ignored -> closed = true;
        }
    }

    private void update(Revision revision) {
        String subject = revision.subject().key();
        long last = newest.getOrDefault(subject, 0L);
        boolean again = revision.version() == last && conflates && !updatedOnThisConnection.contains(subject);
        updatedOnThisConnection.add(subject);
        if (revision.version() <= last && !again) {
            faults.add("%s version %d after %d".formatted(subject, revision.version(), last));
        }
        newest.put(subject, revision.version());
        updates.computeIfAbsent(subject, first -> new ArrayList<>()).add(revision.version());
    }

    /** A snapshot may repeat what is known, but never go back. */
    private void snapshot(Revision revision) {
        String subject = revision.subject().key();
        long last = newest.getOrDefault(subject, 0L);
        if (revision.version() < last) {
            faults.add("%s snapshot of version %d after %d".formatted(subject, revision.version(), last));
        }
        newest.put(subject, revision.version());
    }

    @Override
    public void close(Farewell told) {
        closed = true;
        farewell = told;
    }

    @Override
    public void cut() {
        closed = true;
    }

    /** A connection that breaks: what the reader knows stays. */
    void reconnect() {
        closed = false;
        onItsWay.clear();
        room = Integer.MAX_VALUE;
        updatedOnThisConnection.clear();
    }

    Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    long newest(String subject) {
        return newest.getOrDefault(subject, 0L);
    }

    List<Long> updates(String subject) {
        return updates.getOrDefault(subject, List.of());
    }

    List<String> faults() {
        return faults;
    }

    boolean closed() {
        return closed;
    }

    Optional<Farewell> closedWith() {
        return Optional.ofNullable(farewell);
    }
}
