package org.podium.gateway.subscription;

import java.util.ArrayList;
import java.util.List;
import org.podium.gateway.frame.Frame;

/** Gathers the frames of one reader into batches, since each write of a connection costs a system call. */
final class Gathering {

    private final Outlet outlet;
    private final int most;
    private List<Frame> frames = new ArrayList<>();
    private long weight;
    private boolean untold;

    /** @param most bytes of documents after which a batch is sent */
    Gathering(Outlet outlet, int most) {
        this.outlet = outlet;
        this.most = most;
    }

    /** False when the connection is not writable, and may hold this last batch alone. */
    boolean writable() {
        return outlet.writable();
    }

    void write(Frame frame) {
        frames.add(frame);
        untold = !(frame instanceof Frame.Update update) || update.position().isEmpty();
        weight += switch (frame) {
            case Frame.Update update -> update.revision().document(update.detail()).length;
            case Frame.Snapshot snapshot -> snapshot.revision().document(snapshot.detail()).length;
            default -> 0;
        };
        if (weight >= most) {
            flush();
        }
    }

    /** Sends what was gathered. */
    void flush() {
        if (!frames.isEmpty()) {
            List<Frame> batch = List.copyOf(frames);
            frames = new ArrayList<>();
            weight = 0;
            outlet.write(batch);
        }
    }

    /** True when something was written since it was last asked, and no position with it. */
    boolean takeUntold() {
        boolean before = untold;
        untold = false;
        return before;
    }
}
