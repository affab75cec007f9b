package org.podium.streams.rank;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Irm;

/**
 * All that one competitor of a unit did so far.
 *
 * @param startOrder order of start or lane from 1; null when not drawn
 * @param lot lot number drawn (weightlifting); null when the sport has none
 * @param scores every score, at most one for each kind, point and attempt, in that order
 * @param irm invalid result mark for the whole unit; null when none
 * @param pointIrms invalid result marks at single points, such as a race of a series, by point
 */
public record Performance(
        CompetitorId competitor,
        @Nullable Integer startOrder,
        @Nullable Integer lot,
        List<Score> scores,
        @Nullable Irm irm,
        Map<String, Irm> pointIrms) {

    public Performance {
        scores = List.copyOf(scores);
        pointIrms = Map.copyOf(pointIrms);
    }
}
