package org.podium.gateway.board;

/**
 * The record that a revision came in.
 *
 * @param track index of its topic and partition in a {@link Position}
 * @param offset its offset there
 */
public record Origin(int track, long offset) {

    /**
     * A record that positions do not count: of {@code results.units}, which only brings what the feed has brought
     * before.
     */
    public static final Origin UNCOUNTED = new Origin(-1, -1);

    public boolean counted() {
        return track >= 0;
    }
}
