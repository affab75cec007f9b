package org.podium.bench.feed;

/** Where made-up results go. */
public interface Publication extends AutoCloseable {

    /**
     * Publishes a version of a unit, without waiting for it to arrive.
     *
     * @param unit number of a {@link MadeUpUnit}
     * @param intendedMillis when it was meant to be published: milliseconds since 1970 UTC
     */
    void publish(int unit, long version, long intendedMillis);

    @Override
    void close();
}
