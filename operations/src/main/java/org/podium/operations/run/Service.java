package org.podium.operations.run;

/** What starts a service. */
@FunctionalInterface
public interface Service<T> {

    /**
     * Starts everything and returns once it runs. What it opens, it gives to {@link Running#opened}, so that it is
     * closed at the end, also when the start fails half-way.
     *
     * @throws StartException when something is in the way that the operator can remove
     */
    void start(T settings, Running running) throws Exception;
}
