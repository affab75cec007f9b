package org.podium.bench.load;

import io.netty.buffer.ByteBuf;

/** Takes the bytes after the head of an answer apart into messages, which a reader takes. One a connection. */
interface Body {

    /** Reads everything that is complete, and keeps for later what is not. */
    void read(ByteBuf bytes);

    /** Gives up what it kept. */
    void close();
}
