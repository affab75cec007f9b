package org.podium.gateway.subscription;

import java.util.List;
import org.podium.gateway.frame.Frame;

/** The connection of a reader. */
public interface Outlet {

    /** False while the connection has as much to send as it may hold; the transport says when it is true again. */
    boolean writable();

    /**
     * Sends frames after those before, in one go. Never blocks; what is written while not writable is held by the
     * connection. Readers that are sent the same get the same instance one after the other, so that it is encoded once.
     */
    void write(List<Frame> batch);

    /** Ends the connection once what was written has gone, or without that when it does not go. */
    void close(Frame.Farewell farewell);

    /** Ends the connection at once and writes nothing more: something failed for it. */
    void cut();
}
