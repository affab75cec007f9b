package org.podium.operations.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Does something again while what it needs is on its way, up to a point in time. */
public final class Patience {

    private static final long PAUSE_MILLIS = 500;

    private final long deadline;

    private Patience(long deadline) {
        this.deadline = deadline;
    }

    /** From now on for this long. */
    public static Patience of(Duration atMost) {
        return new Patience(System.nanoTime() + atMost.toNanos());
    }

    /**
     * What the step gives in the end. It is begun as long as there is patience, however long one try takes, and once at
     * least.
     *
     * @param passes whether a failure may have gone with the next try
     * @throws RuntimeException the step's last failure, when patience is over or the thread is interrupted
     */
    public <T> T insist(Predicate<RuntimeException> passes, Supplier<T> step) {
        while (true) {
            try {
                return step.get();
            } catch (RuntimeException e) {
                if (!passes.test(e) || System.nanoTime() > deadline || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
