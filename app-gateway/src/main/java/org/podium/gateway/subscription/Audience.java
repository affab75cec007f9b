package org.podium.gateway.subscription;

import java.util.ArrayList;
import java.util.List;
import org.podium.gateway.board.Revision;
import org.podium.gateway.frame.Frame;

/** Readers of one fan-out that want the same. What a pass brings them is chosen once for all of them. */
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

    /** What a pass took that the subscription matches, and the same as a batch for those who are up to date. */
    void deliver(List<Revision> wanted, List<Frame> batch) {
        // From the last to the first: a member that leaves meanwhile is replaced by one that has had its turn.
        for (int i = members.size() - 1; i >= 0; i--) {
            members.get(i).deliver(wanted, batch);
        }
    }

    /** Cuts all members: they were not served. */
    void fail(Throwable cause) {
        List.copyOf(members).forEach(member -> member.fail(cause));
    }
}
