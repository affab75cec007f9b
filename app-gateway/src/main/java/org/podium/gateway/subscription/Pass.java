package org.podium.gateway.subscription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.board.Subject;
import org.podium.gateway.frame.Frame;

/**
 * What a fan-out took in one pass, on its way to readers. It is chosen for each audience, and then sent by what was
 * chosen: audiences that follow different things often want the same of a pass, and get the same batch one after the
 * other, so that it is encoded once for all of them.
 */
final class Pass {

    private final List<Revision> taken;
    private final Position before;
    private final Frame.Reached reached;
    private final Map<Portion, List<Audience>> portions = new LinkedHashMap<>();

    /** What makes a batch. A revision equals no other, so that comparing costs next to nothing. */
    private record Portion(List<Revision> wanted, Detail detail, Subscription.Delivery delivery) {}

    /**
     * A pass that brought something.
     *
     * @param taken in the order of the window
     * @param before position before it
     * @param after position that readers are at when they have been sent what they want of it
     */
    Pass(List<Revision> taken, Position before, Position after) {
        this.taken = taken;
        this.before = before;
        this.reached = new Frame.Reached(after);
    }

    /** Chooses for an audience. Where that fails, all members lack what was taken, and are cut. */
    void choose(Audience audience) {
        try {
            Subscription subscription = audience.subscription();
            List<Revision> wanted = taken.stream().filter(subscription::matches).toList();
            if (!wanted.isEmpty()) {
                portions.computeIfAbsent(
                                new Portion(wanted, subscription.detail(), subscription.delivery()),
                                _ -> new ArrayList<>())
                        .add(audience);
            }
        } catch (RuntimeException | Error cause) {
            audience.fail(cause);
        }
    }

    /** Sends what was chosen. Where a batch cannot be put together, all whom it is for are cut. */
    void deliver() {
        portions.forEach((portion, audiences) -> {
            try {
                List<Frame> batch = batch(portion);
                audiences.forEach(audience -> audience.deliver(portion.wanted(), batch));
            } catch (RuntimeException | Error cause) {
                audiences.forEach(audience -> audience.fail(cause));
            }
        });
    }

    private List<Frame> batch(Portion portion) {
        return switch (portion.delivery()) {
            case NEWEST -> batchOfNewest(portion);
            case EVERY -> batchOfAll(portion);
        };
    }

    private List<Frame> batchOfNewest(Portion portion) {
        List<Frame> batch = new ArrayList<>();
        for (Revision revision : newest(portion.wanted())) {
            batch.add(new Frame.Update(revision, portion.detail()));
        }
        batch.add(reached);
        return batch;
    }

    private List<Frame> batchOfAll(Portion portion) {
        List<Frame> batch = new ArrayList<>();
        Position at = before;
        for (Revision revision : portion.wanted()) {
            at = at.after(revision.origin());
            batch.add(new Frame.Update(revision, portion.detail(), Optional.of(at)));
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
