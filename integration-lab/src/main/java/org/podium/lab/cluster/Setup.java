package org.podium.lab.cluster;

/**
 * How many processes a cluster has, and what they are set for.
 *
 * @param nodes controllers, and as many brokers, each with a copy of everything
 * @param instances of results-streams, and as many gateways
 * @param disk true when the last broker has a small disk to itself, which can be filled, where that is allowed
 * @param tuning what processes are set for
 */
public record Setup(int nodes, int instances, boolean disk, Tuning tuning) {

    /** Any process may end while the others go on. */
    public static final Setup REDUNDANT = new Setup(3, 2, true, Tuning.FOR_ROOM);

    /** One process of each kind. */
    public static final Setup ONE_OF_EACH = new Setup(1, 1, false, Tuning.FOR_ROOM);

    /** How many copies have to be written before something is acknowledged: one may be missing where there are more. */
    int leastCopies() {
        return Math.max(1, nodes - 1);
    }
}
