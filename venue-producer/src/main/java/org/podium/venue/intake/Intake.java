package org.podium.venue.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.VenueEvent;
import org.podium.venue.ndjson.EventLine;
import org.podium.venue.ndjson.EventLines;
import org.podium.venue.publish.TakeOutcome;
import org.podium.venue.spool.Taking;

/**
 * Takes the events of a stream of lines, one after the other, for one venue. A line that cannot be used is reported and
 * passed over. While the spool is full or its disk does not write, the event is held and offered again: the stream is
 * not read meanwhile, so that nothing is lost and whoever writes to it has to wait.
 */
public final class Intake {

    /** Often enough for a person who makes room; rarely enough for a disk that is busy. */
    private static final Duration BEFORE_OFFERING_AGAIN = Duration.ofMillis(500);

    private final EventLines lines;
    private final Pacer pacer;
    private final Pause pause;
    private final Function<VenueCode, Taker> takers;
    private final Reporter reporter;
    private @Nullable VenueCode venue;
    private @Nullable Taker taker;
    private volatile Summary summary = new Summary(0, 0, 0);

    /** Takes events: an agent. */
    @FunctionalInterface
    public interface Taker {
        TakeOutcome take(VenueEvent event);
    }

    /** Is told what a person should know, in whole sentences. */
    public interface Reporter {

        /** A line was not sent as it is. */
        void refused(String sentence);

        /** Events have to wait. */
        void waiting(String sentence);

        /** An event was taken. */
        void taken(Summary sofar);
    }

    /**
     * An intake that has not begun.
     *
     * @param venue whose events are taken; empty for the venue of the first event
     * @param takers gives the agent of a venue; asked once, when the first event is there
     */
    public Intake(
            EventLines lines,
            Pacer pacer,
            Pause pause,
            Optional<VenueCode> venue,
            Function<VenueCode, Taker> takers,
            Reporter reporter) {
        this.lines = lines;
        this.pacer = pacer;
        this.pause = pause;
        this.venue = venue.orElse(null);
        this.takers = takers;
        this.reporter = reporter;
    }

    /**
     * Takes events until the stream ends.
     *
     * @throws IOException when the stream cannot be read
     */
    public Summary run() throws IOException, InterruptedException {
        for (EventLine line = lines.next(); line != null; line = lines.next()) {
            switch (line) {
                case EventLine.Refused refused -> {
                    refused.problems().forEach(problem -> reporter.refused(problem.toString()));
                    summary = summary.plusRefused();
                }
                case EventLine.Valid valid -> take(valid);
            }
        }
        return summary;
    }

    /** What became of the lines so far. May be called from any thread. */
    public Summary summary() {
        return summary;
    }

    private void take(EventLine.Valid line) throws InterruptedException {
        VenueCode speaker = VenueCode.parse(line.event().getVenue());
        VenueCode own = venue == null ? speaker : venue;
        venue = own;
        if (!own.equals(speaker)) {
            reporter.refused(
                    "line %d, venue: WRONG_VENUE: the event is of venue %s, and this agent speaks for %s; send it with --venue %s"
                            .formatted(line.number(), speaker, own, speaker));
            summary = summary.plusRefused();
            return;
        }
        Taker agent = taker == null ? takers.apply(own) : taker;
        taker = agent;
        VenueEvent event = pacer.hold(line.event());
        summary = switch (offer(agent, event)) {
            case TakeOutcome.TooLarge large -> {
                reporter.refused("line %d: TOO_LARGE: %s".formatted(line.number(), large.sentence()));
                yield summary.plusReplaced();
            }
            case TakeOutcome.Taken _, TakeOutcome.Refused _ -> summary.plusTaken();
        };
        reporter.taken(summary);
    }

    private TakeOutcome offer(Taker agent, VenueEvent event) throws InterruptedException {
        TakeOutcome outcome = agent.take(event);
        boolean told = false;
        while (outcome instanceof TakeOutcome.Refused(Taking.Reason reason, String sentence)) {
            if (reason == Taking.Reason.CLOSED) {
                throw new InterruptedException(sentence);
            }
            if (!told) {
                reporter.waiting(sentence);
                told = true;
            }
            pause.of(BEFORE_OFFERING_AGAIN);
            outcome = agent.take(event);
        }
        return outcome;
    }
}
