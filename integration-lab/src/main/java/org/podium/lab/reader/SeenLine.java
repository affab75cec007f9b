package org.podium.lab.reader;

import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Irm;

/**
 * One competitor of a result as a client saw it.
 *
 * @param competitor who
 * @param name as shown
 * @param organisation as shown
 * @param rank rank from 1; null when not ranked
 * @param rankEqual true when another competitor has the same rank
 * @param irm IRM borne; null when none
 * @param text mark as shown; empty when none
 */
public record SeenLine(
        CompetitorId competitor,
        String name,
        String organisation,
        @Nullable Integer rank,
        boolean rankEqual,
        @Nullable Irm irm,
        String text) {}
