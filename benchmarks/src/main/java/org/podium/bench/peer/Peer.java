package org.podium.bench.peer;

import org.podium.bench.feed.Publication;
import org.podium.bench.load.Target;

/** A server that runs, as a publisher and readers see it. */
public interface Peer extends AutoCloseable {

    /** How readers are connected. */
    enum Protocol {
        SSE,
        WEBSOCKET
    }

    /** Name and version, as the table has it. */
    String name();

    /** What every reader of these units asks for. */
    Target target(Protocol protocol, int firstUnit, int units);

    /** A publisher to the server, by the way that its users publish. */
    Publication publication();

    /** The server's process; its children count with it. */
    long pid();

    /** Ends the process, and waits until it has. */
    @Override
    void close();
}
