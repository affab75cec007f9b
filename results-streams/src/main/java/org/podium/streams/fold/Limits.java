package org.podium.streams.fold;

import java.time.Duration;

/**
 * How much of one unit is kept.
 *
 * @param heldEvents most events of a source that are held above a gap before the gap is passed over
 * @param heldBytes most bytes of them
 * @param gapWidth how far ahead of the next expected sequence an event may be
 * @param statementsPerSlot how many statements of a slot are remembered, so that taking the newest back reveals the one
 *     before
 * @param waitingCompetitors most competitors that are not on a list and about whom statements are kept
 * @param sources most sources that may take a unit over
 * @param unitBytes most bytes of a unit's stored state and of its result, below the largest message of a topic
 * @param clockTolerance how far a venue's time and the agent's clock may be apart
 */
public record Limits(
        int heldEvents,
        long heldBytes,
        long gapWidth,
        int statementsPerSlot,
        int waitingCompetitors,
        int sources,
        int unitBytes,
        Duration clockTolerance) {

    /** What a deployment starts from. */
    public static final Limits USUAL = new Limits(100, 262_144, 10_000, 8, 64, 16, 1_000_000, Duration.ofMinutes(5));
}
