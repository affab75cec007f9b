package org.podium.streams.topology;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.streams.fold.Cause;
import org.podium.streams.publish.Content;

/**
 * What was taken of a unit and is not stored: versions of its result that have their numbers and are not published,
 * since the next one stands for them, too.
 */
final class Unsaid {

    private final List<Cause> causes = new ArrayList<>();
    private @Nullable Content first;
    private boolean waits;

    /** True from when something was left to be stored until it is. */
    boolean waits() {
        return waits;
    }

    /** Something that the world would not have seen. */
    void add() {
        waits = true;
    }

    /** What brought each of them about. */
    List<Cause> causes() {
        return List.copyOf(causes);
    }

    /** The first of them; null when there is none. */
    @Nullable
    Content first() {
        return first;
    }

    /** A version. */
    void add(Cause cause, Content content) {
        waits = true;
        if (causes.isEmpty()) {
            first = content;
        }
        causes.add(cause);
    }

    /** Takes the last one back, to be published. */
    Cause takeLast() {
        return causes.removeLast();
    }

    void clear() {
        causes.clear();
        first = null;
        waits = false;
    }
}
