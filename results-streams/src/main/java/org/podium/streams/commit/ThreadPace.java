package org.podium.streams.commit;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * The pace of one stream thread, whose tasks share it.
 *
 * <pre>
 *                     worked                  timer, asks for a commit
 *   nothing to commit ──────► something waits ──────────────────────► commit begins ──► committed
 *           ▲                        │                                                      │
 *           └────────────────────────┴──────────── committed by another's wish ◄────────────┘
 * </pre>
 *
 * <p>Asks one task, and Kafka Streams commits all of the thread. The timer runs only while something waits: a
 * punctuation counts as work that needs a commit, so that a steady one would have nothing committed for ever. Times are
 * milliseconds of the system clock. Not safe for use by several threads.
 */
final class ThreadPace {

    /** What comes with a record, such as the rest of its poll, is committed with it. */
    static final long GATHER = 20;

    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final long shortest;
    private final long longest;
    private @Nullable Wish wish;
    private long begun = NOT_BEGUN;
    private long next;
    private long lastTook;

    /** That a task's thread commits when its timer is over. */
    private record Wish(ProcessingContext task, Cancellable timer) {}

    ThreadPace(long shortest, long longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    void worked(ProcessingContext task) {
        begun = NOT_BEGUN;
        if (wish == null) {
            // A clock that was put back must not keep the thread from committing.
            long rest = Math.clamp(next - task.currentSystemTimeMs(), Math.min(GATHER, longest), longest);
            Duration left = Duration.ofMillis(rest);
            wish = new Wish(task, task.schedule(left, PunctuationType.WALL_CLOCK_TIME, now -> ask(task, now)));
        }
    }

    private void ask(ProcessingContext task, long now) {
        withdraw();
        // For who commits without transactions, of which nothing is told.
        next = now + shortest;
        task.commit();
    }

    void left(ProcessingContext task) {
        if (wish != null && task.equals(wish.task())) {
            withdraw();
        }
    }

    void commitBegins(long now) {
        if (begun == NOT_BEGUN) {
            begun = now;
        }
    }

    void committed(long now) {
        long took = begun == NOT_BEGUN ? 0 : now - begun;
        // One that alone was slow waited for a broker that died, and results have waited with it for long enough.
        long slow = Math.min(took, lastTook);
        next = now + Math.max(shortest - took, Math.min(slow, longest));
        lastTook = took;
        begun = NOT_BEGUN;
        withdraw();
    }

    private void withdraw() {
        if (wish != null) {
            wish.timer().cancel();
            wish = null;
        }
    }
}
