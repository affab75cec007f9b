package org.podium.lab.recording;

import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Irm;

/**
 * The official line of one starter.
 *
 * @param competitor who
 * @param rank rank from 1; null when not ranked
 * @param rankEqual true when another starter has the same rank
 * @param irm IRM borne; null when none
 * @param mark the mark as officially shown, such as {@code 9.79}; empty when none
 */
public record OfficialRank(
        CompetitorId competitor,
        @Nullable Integer rank,
        boolean rankEqual,
        @Nullable Irm irm,
        String mark) {}
