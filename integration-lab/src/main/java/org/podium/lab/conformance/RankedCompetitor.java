package org.podium.lab.conformance;

import org.jspecify.annotations.Nullable;
import org.podium.model.wire.Medal;
import org.podium.model.wire.Outcome;

/**
 * What came out about one competitor.
 *
 * @param rank rank from 1; null when not ranked
 * @param decision of a match; null when none
 * @param text mark as shown; empty when none
 * @param medal medal; null when none
 */
record RankedCompetitor(
        @Nullable Integer rank,
        @Nullable Outcome decision,
        String text,
        @Nullable Medal medal) {}
