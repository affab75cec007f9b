package org.podium.gateway.subscription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Subject;
import org.podium.gateway.frame.Frame;

/**
 * Readers of one fan-out that want the same. What a pass brings them is chosen, conflated and encoded once for all of
 * them who are up to date.
 */
final class Audience {

    private final Subscription subscription;
    private final List<Session> members = new ArrayList<>();

    Audience(Subscription subscription) {
        this.subscription = subscription;
    }

    Subscription subscription() {
        return subscription;
    }

    /** Adds a member and tells it its place here. */
    void add(Session session) {
        session.place(members.size());
        members.add(session);
    }

    /** Removes a member by its place, which the last one takes. */
    void remove(Session session) {
        Session last = members.removeLast();
        if (last != session) {
            members.set(session.place(), last);
            last.place(session.place());
        }
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    List<Session> members() {
        return members;
    }

    /**
     * Sends what a pass took. Where that cannot even be chosen, all members lack it, and are cut.
     *
     * @param before position of the view before it
     * @param reached frame that tells that everything up to the view's position has been sent
     */
    void deliver(List<Revision> taken, Position before, Frame.Reached reached) {
        try {
            choose(taken, before, reached);
        } catch (RuntimeException | Error cause) {
            List.copyOf(members).forEach(member -> member.fail(cause));
        }
    }

    private void choose(List<Revision> taken, Position before, Frame.Reached reached) {
        List<Revision> wanted = new ArrayList<>();
        for (Revision revision : taken) {
            if (subscription.matches(revision)) {
                wanted.add(revision);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        List<Frame> batch = subscription.delivery() == Subscription.Delivery.NEWEST
                ? batch(newest(wanted), reached)
                : batchOfAll(wanted, before, reached);
        // From the last to the first: a member that leaves meanwhile is replaced by one that has had its turn.
        for (int i = members.size() - 1; i >= 0; i--) {
            members.get(i).deliver(wanted, batch);
        }
    }

    private List<Frame> batch(Iterable<Revision> newest, Frame.Reached reached) {
        List<Frame> batch = new ArrayList<>();
        for (Revision revision : newest) {
            batch.add(new Frame.Update(revision, subscription.detail()));
        }
        batch.add(reached);
        return batch;
    }

    private List<Frame> batchOfAll(List<Revision> wanted, Position before, Frame.Reached reached) {
        List<Frame> batch = new ArrayList<>();
        Position at = before;
        for (Revision revision : wanted) {
            at = at.after(revision.origin());
            batch.add(new Frame.Update(revision, subscription.detail(), Optional.of(at)));
        }
        if (!at.equals(reached.position())) {
            batch.add(reached);
        }
        return batch;
    }

    /** The newest of each subject, in the order in which subjects changed first. */
    private static Iterable<Revision> newest(List<Revision> wanted) {
        if (wanted.size() == 1) {
            return wanted;
        }
        Map<Subject, Revision> newest = new LinkedHashMap<>();
        wanted.forEach(revision -> newest.put(revision.subject(), revision));
        return newest.values();
    }
}
