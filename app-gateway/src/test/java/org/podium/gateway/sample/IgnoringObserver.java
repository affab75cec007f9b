package org.podium.gateway.sample;

import org.podium.gateway.board.Revision;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.subscription.FanOut;

/** Counts nothing of what happens to readers. */
public final class IgnoringObserver implements FanOut.Observer {
    @Override
    public void written(Revision revision) {}

    @Override
    public void resynced(Frame.Reason reason) {}

    @Override
    public void left(Frame.Farewell farewell) {}

    @Override
    public void failed() {}
}
