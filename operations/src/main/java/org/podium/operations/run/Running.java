package org.podium.operations.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program between its start and its end: what was opened, to be closed in reverse order, and the wish to stop. May be
 * used from any thread.
 */
public final class Running {

    private static final Logger log = LoggerFactory.getLogger(Running.class);

    private record Part(String name, AutoCloseable closeable) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicReference<ExitCode> exitCode = new AtomicReference<>(ExitCode.OK);

    /** Notes what has to be closed at the end, before everything that was opened earlier. */
    public synchronized <T extends AutoCloseable> T opened(String name, T part) {
        parts.push(new Part(name, part));
        return part;
    }

    /** Asks the program to end well: its work is done. Returns at once. */
    public void stop() {
        stop.countDown();
    }

    /** Asks the program to end because it cannot go on. Returns at once; the first reason counts. */
    public void stopBecause(ExitCode reason, String message, @Nullable Throwable cause) {
        if (exitCode.compareAndSet(ExitCode.OK, reason)) {
            log.atError().setCause(cause).addKeyValue("exit", reason.status()).log(message);
        }
        stop.countDown();
    }

    /** Waits until somebody asks the program to end. */
    void awaitStop() throws InterruptedException {
        stop.await();
    }

    ExitCode exitCode() {
        return exitCode.get();
    }

    /**
     * Closes everything, the last opened first, one after the other. What fails to close is logged and does not keep
     * the others from closing.
     *
     * @param atMost for all of it
     * @return false when that was not enough; what is not closed by then stays open
     */
    boolean close(Duration atMost) throws InterruptedException {
        Thread closing = Thread.ofPlatform().daemon().name("closing").start(this::closeAll);
        return closing.join(atMost);
    }

    private void closeAll() {
        for (Part part = next(); part != null; part = next()) {
            long start = System.nanoTime();
            try {
                part.closeable().close();
                log.atInfo()
                        .addKeyValue("part", part.name())
                        .addKeyValue("tookMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                        .log("closed");
            } catch (Exception e) {
                log.atError().setCause(e).addKeyValue("part", part.name()).log("could not be closed");
            }
        }
    }

    private synchronized @Nullable Part next() {
        return parts.poll();
    }
}
