package org.podium.gateway.subscription;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Subject;
import org.podium.gateway.frame.Frame;

/**
 * Keeps a reader at the newest version of each subject. While the connection cannot be written, only the newest of each
 * subject is kept, in the order in which subjects became due. A snapshot is a walk over the view in the order of the
 * subjects: what lies before the walk will be met by it and is not kept, what lies behind it is due like any update.
 */
final class NewestPace implements Pace {

    private final Context context;
    private final int maxDue;
    private final Map<Subject, Revision> due = new LinkedHashMap<>();
    private boolean tooMuch;
    private boolean walking;
    private @Nullable Subject walked;
    private long sent;

    /** @param maxDue most subjects kept for the reader while it cannot be written */
    NewestPace(Context context, int maxDue) {
        this.context = context;
        this.maxDue = maxDue;
    }

    @Override
    public boolean resume(Position from) {
        for (long index = context.view().window().tail(); index < context.view().cursor(); index++) {
            Revision revision = context.view().window().get(index);
            if (revision != null && context.concerns().test(revision)) {
                keep(revision);
            }
        }
        return context.view().window().reachesBackTo(from);
    }

    /** What was taken since is offered next. */
    @Override
    public void fallBehind() {}

    @Override
    public void offer(Revision revision) {
        if (tooMuch || !context.concerns().test(revision) || isAhead(revision.subject())) {
            return;
        }
        if (due.isEmpty() && !walking && context.outlet().writable()) {
            context.outlet()
                    .write(new Frame.Update(revision, context.subscription().detail()));
        } else {
            keep(revision);
        }
    }

    private boolean isAhead(Subject subject) {
        return walking && (walked == null || walked.compareTo(subject) < 0);
    }

    private void keep(Revision revision) {
        due.put(revision.subject(), revision);
        if (due.size() > maxDue) {
            tooMuch = true;
            due.clear();
        }
    }

    @Override
    public Progress pump() {
        if (tooMuch) {
            return Progress.TOO_MUCH_DUE;
        }
        if (walking) {
            walk();
        }
        if (!walking) {
            Iterator<Revision> oldest = due.values().iterator();
            while (oldest.hasNext() && context.outlet().writable()) {
                context.outlet()
                        .write(new Frame.Update(
                                oldest.next(), context.subscription().detail()));
                oldest.remove();
            }
        }
        return Progress.FINE;
    }

    private void walk() {
        var rest = walked == null
                ? context.view().newest()
                : context.view().newest().tailMap(walked, false);
        for (Map.Entry<Subject, Revision> entry : rest.entrySet()) {
            if (!context.outlet().writable()) {
                return;
            }
            walked = entry.getKey();
            if (context.concerns().test(entry.getValue())) {
                context.outlet()
                        .write(new Frame.Snapshot(
                                entry.getValue(), context.subscription().detail()));
                sent++;
            }
        }
        walking = false;
        context.outlet().write(new Frame.Complete(sent));
    }

    /** While subjects are due, the last position that was told stays the low-water mark: some may be due since then. */
    @Override
    public Optional<Position> sent() {
        return upToDate() ? Optional.of(context.view().position()) : Optional.empty();
    }

    @Override
    public boolean upToDate() {
        return due.isEmpty() && !walking && !tooMuch;
    }

    @Override
    public void restart(boolean snapshot) {
        due.clear();
        tooMuch = false;
        walking = snapshot;
        walked = null;
        sent = 0;
    }
}
