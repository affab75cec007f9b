package org.podium.gateway.subscription;

import org.podium.gateway.frame.Frame;

/** The connection of a reader. */
public interface Outlet {

    /** False while the connection has as much to send as it may hold; the transport says when it is true again. */
    boolean writable();

    /** Sends a frame after those before. Never blocks; what is written while not writable is held by the connection. */
    void write(Frame frame);

    /** Ends the connection once what was written has gone, or without that when it does not go. */
    void close();
}
