package org.podium.operations.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;

/**
 * SIGTERM and SIGINT, as the JVM tells of them: by running its shutdown hooks. The hook asks the program to stop, waits
 * for it, and closes the log last, so that the end is in the log as well.
 */
final class ShutdownSignal {

    /** More than a service has for closing, so that the bound there is the one that counts. */
    private static final Duration TIME_TO_END = Duration.ofSeconds(9);

    private final CountDownLatch ended = new CountDownLatch(1);

    private ShutdownSignal() {}

    static ShutdownSignal listen(Running running) {
        ShutdownSignal signal = new ShutdownSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> signal.endInOrder(running), "shutdown"));
        return signal;
    }

    /** The program has nothing more to close: the JVM need not wait for it. */
    void programHasEnded() {
        ended.countDown();
    }

    private void endInOrder(Running running) {
        running.stop();
        try {
            if (!ended.await(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("podium: ended without having closed everything");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LogManager.shutdown();
    }
}
