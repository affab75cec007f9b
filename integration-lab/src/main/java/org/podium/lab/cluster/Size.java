package org.podium.lab.cluster;

/**
 * How many processes a cluster has.
 *
 * @param nodes controllers, and as many brokers, each with a copy of everything
 * @param instances of results-streams, and as many gateways
 */
public record Size(int nodes, int instances) {

    /** Any process may end while the others go on. */
    public static final Size REDUNDANT = new Size(3, 2);

    /** One process of each kind. */
    public static final Size ONE_OF_EACH = new Size(1, 1);

    /** How many copies have to be written before something is acknowledged: one may be missing where there are more. */
    int leastCopies() {
        return Math.max(1, nodes - 1);
    }
}
