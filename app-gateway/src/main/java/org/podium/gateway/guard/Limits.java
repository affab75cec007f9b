package org.podium.gateway.guard;

import java.time.Duration;

/**
 * How much somebody may ask; 0 is no limit.
 *
 * @param connections most connections of all
 * @param address of an address
 * @param token of a token, by its holder
 * @param refusals refusals of somebody in a minute that lead to a block
 * @param block how long a block lasts
 * @param tracked most addresses and tokens that are counted for at a time
 */
public record Limits(int connections, Each address, Each token, int refusals, Duration block, int tracked) {

    /**
     * Of one party.
     *
     * @param open most connections of an address, and most streams of it; most streams of a token; at a time
     * @param requests most requests in a minute
     * @param handshakes most streams that are opened in a minute
     */
    public record Each(int open, int requests, int handshakes) {

        /** No limits. */
        public static final Each NONE = new Each(0, 0, 0);
    }
}
