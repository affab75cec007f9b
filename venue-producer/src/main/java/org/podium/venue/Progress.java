package org.podium.venue;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.podium.venue.intake.Intake;
import org.podium.venue.intake.Summary;
import org.podium.venue.publish.VenueAgent;

/** Tells a person how sending goes, on standard error. */
final class Progress implements Intake.Reporter {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final Supplier<@Nullable VenueAgent> agent;
    private long lastLineNanos = System.nanoTime();

    Progress(PrintWriter err, Supplier<@Nullable VenueAgent> agent) {
        this.err = err;
        this.agent = agent;
    }

    @Override
    public void refused(String sentence) {
        err.println(sentence);
    }

    @Override
    public void waiting(String sentence) {
        err.println(sentence + " Waiting.");
    }

    @Override
    public void taken(Summary sofar) {
        if (lineIsDue()) {
            VenueAgent open = agent.get();
            err.println("%d sent, %d acknowledged".formatted(sofar.taken(), open == null ? 0 : open.acknowledged()));
        }
    }

    /** The next event is due only after a while. */
    void pause(Duration left) {
        err.println("the next event is due in %d:%02d:%02d"
                .formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart()));
    }

    /** Waits for Kafka to acknowledge everything, and says what it is waiting for. */
    boolean await(VenueAgent open, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        boolean arrived = open.flush(Duration.ZERO);
        while (!arrived && System.nanoTime() < deadline) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            arrived = open.flush(left.compareTo(BETWEEN_LINES) < 0 ? left : BETWEEN_LINES);
            if (!arrived) {
                err.println("waiting for Kafka to acknowledge %d events, none for %d s%s"
                        .formatted(
                                open.waiting(),
                                open.stalledFor().toSeconds(),
                                open.problem().map(words -> ": " + words).orElse("")));
            }
        }
        return arrived;
    }

    private boolean lineIsDue() {
        long now = System.nanoTime();
        if (now - lastLineNanos < BETWEEN_LINES.toNanos()) {
            return false;
        }
        lastLineNanos = now;
        return true;
    }
}
