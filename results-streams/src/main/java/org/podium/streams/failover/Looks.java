package org.podium.streams.failover;

import java.time.Duration;

/** Looks at something again and again, in a thread of its own, until it is closed. */
final class Looks implements AutoCloseable {

    /** What Kafka does not answer now, or refuses, it most likely does again at once. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Thread thread;

    /** Beside the interrupt, which Kafka Streams swallows when an instance is closed while it is asked. */
    private volatile boolean closed;

    private Looks(String name, Duration pause, Look look) {
        thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> {
            try {
                while (!closed) {
                    Thread.sleep(look.succeeds() ? pause : PAUSE_AFTER_FAILURE);
                }
            } catch (InterruptedException e) {
                // Closed.
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * Begins.
     *
     * @param name of the thread
     * @param pause between two looks
     */
    static Looks start(String name, Duration pause, Look look) {
        Looks looks = new Looks(name, pause, look);
        looks.thread.start();
        return looks;
    }

    /** One look. */
    @FunctionalInterface
    interface Look {

        /** False when Kafka could not be asked. */
        boolean succeeds() throws InterruptedException;
    }

    /** Looks no more; does not wait for a look that is under way. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
