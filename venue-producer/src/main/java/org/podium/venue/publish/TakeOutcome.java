package org.podium.venue.publish;

import org.podium.venue.spool.Taking;

/** What became of an event that was handed to an agent. */
public sealed interface TakeOutcome {

    /** It is in the spool and will be sent, whatever happens. */
    record Taken() implements TakeOutcome {}

    /**
     * It is larger than a message may be. A notice with its sequence was taken in its place, so that nobody waits for
     * it.
     *
     * @param sentence what is wrong and what to do
     */
    record TooLarge(String sentence) implements TakeOutcome {}

    /**
     * It was not taken. Whoever has it has to keep it and hand it over again.
     *
     * @param sentence what is wrong and what to do
     */
    record Refused(Taking.Reason reason, String sentence) implements TakeOutcome {}
}
